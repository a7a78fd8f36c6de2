using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Quorum;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Planning;

public class ForeseeingTheQuorum
{
    private static readonly ForecastRule s_settings = new(98, 80, 60, 30, 4, 12, 95, 60);

    private static readonly MeetingPlan s_restricted = A.Restricted();

    [Fact]
    public void Who_has_said_yes_is_surer_than_who_has_said_nothing()
    {
        var seats = Outlooks(new() { [A.Person(1)] = AnswerKind.Present, [A.Person(2)] = AnswerKind.Absent, [A.Substitute(2)] = AnswerKind.Online, [A.Person(3)] = AnswerKind.Partner,
            [A.Person(4)] = AnswerKind.Absent, [A.Substitute(4)] = AnswerKind.Absent, [A.Substitute(5)] = AnswerKind.Absent });

        Assert.Equal(
            [(SeatWord.Comes, .98), (SeatWord.Comes, .98), (SeatWord.Called, .6), (SeatWord.Away, 0), (SeatWord.Silent, .8), (SeatWord.Silent, .8)],
            seats.Select(s => (s.Word, s.Chance)));
    }

    [Theory] // came, of how many; the default while too little is known; never surer than a «yes»
    [InlineData(3, 3, .8), InlineData(1, 4, .25), InlineData(6, 8, .75), InlineData(12, 12, .98)]
    public void A_duo_that_says_nothing_is_known_by_its_past(int came, int of, double chance) =>
        Assert.Equal(chance, Outlooks([], past: new() { [A.Seat(1)] = new(came, of) })[0].Chance, 9);

    [Fact]
    public void Two_of_three_who_have_said_yes_make_a_bloc_certain_whatever_the_third_does()
    {
        var forecast = Foresee(Outlooks(Yes(1, 2, 4, 5)));

        Assert.All(forecast.Blocs, bloc => Assert.Equal((Outlook.Certain, 2, 3), (bloc.Outlook, bloc.Sure, bloc.Most)));
        Assert.Equal(Outlook.Certain, forecast.Outlook);
        Assert.Equal(3 * .98 * .98 * .2 + .98 * .98 * .8 - 3 * .98 * .98 * .2 + 2 * .98 * .02 * .8 + .98 * .98 * .2, forecast.Blocs[0].Chance, 9);
    }

    [Fact]
    public void Nobody_has_answered_yet_and_no_alarm_is_given() => Assert.Equal(Outlook.Likely, Foresee(Outlooks([])).Outlook);

    [Fact]
    public void Nothing_is_certain_that_only_the_past_promises()
    {
        Dictionary<SeatId, PastAttendance> always = Enumerable.Range(1, 6).ToDictionary(A.Seat, _ => new PastAttendance(12, 12));

        var silent = Foresee(Outlooks([], past: always), presiders: [(.8, false), (.8, false)]);
        Assert.True(silent.Blocs[0].Chance * 100 > s_settings.Certain && silent.Chair.Chance * 100 > s_settings.Certain);
        Assert.Equal((Outlook.Likely, Outlook.Likely, Outlook.Likely), (silent.Blocs[0].Outlook, silent.Chair.Outlook, silent.Outlook));

        var heard = Foresee(Outlooks(Yes(1, 2, 4), past: always), presiders: [(.98, true)]);
        Assert.Equal([Outlook.Certain, Outlook.Likely], heard.Blocs.Select(bloc => bloc.Outlook)); // one «yes» of the others is not what they need
        Assert.Equal(Outlook.Certain, heard.Chair.Outlook);
    }

    [Fact]
    public void A_proxy_makes_nothing_certain_while_its_holder_is_silent()
    {
        Dictionary<SeatId, PastAttendance> always = Enumerable.Range(1, 6).ToDictionary(A.Seat, _ => new PastAttendance(12, 12));
        Proxy[] given = [new(A.Seat(2), A.Person(1), A.Start, A.Start)];

        Assert.Equal(Outlook.Likely, Foresee(Outlooks(Away(2), given, always)).Blocs[0].Outlook);
        Assert.Equal(Outlook.Certain, Foresee(Outlooks(Away(2).SetItem(A.Person(1), AnswerKind.Present), given, always)).Blocs[0].Outlook);
    }

    [Fact]
    public void It_is_told_of_how_many_seats_the_chance_is_assumed() =>
        Assert.Equal(4, Foresee(Outlooks(Yes(1), past: new() { [A.Seat(2)] = new(3, 4), [A.Seat(3)] = new(1, 1) })).Assumed);

    [Fact]
    public void Two_empty_seats_of_three_are_no_quorum_and_the_bloc_is_named()
    {
        var forecast = Foresee(Outlooks(Away(4, 5)));

        Assert.Equal(["others"], forecast.Weak.Select(bloc => bloc.Name));
        Assert.Equal((0d, 1, 2), (forecast.Blocs[1].Chance, forecast.Blocs[1].Most, forecast.Blocs[1].Needed));
        Assert.Equal((0d, Outlook.Unlikely), (forecast.Chance, forecast.Outlook));
        Assert.Equal([(1, 0, 0, 1), (1, 0, 0, 1), (1, 0, 1, 0)], forecast.Groups.Skip(1).Select(g => (g.Sure + g.Waiting + g.Away, g.Sure, g.Waiting, g.Away)));
    }

    [Fact]
    public void Those_are_called_first_who_help_most()
    {
        // The experts are safe; the others hang on seats 5 and 6, and seat 4 has refused.
        var said = Yes(1, 2, 3).SetItems(Away(4)).Add(A.Person(6), AnswerKind.Absent);

        var calls = Foresee(Outlooks(said)).Calls;

        Assert.Equal([A.Seat(6), A.Seat(4), A.Seat(5)], calls.Select(c => c.Seat.Seat)); // of 5 most is hoped already: a proxy for 4, even if seldom given, brings more
        Assert.True(calls[0].Gain > calls[1].Gain && calls[1].Gain > calls[2].Gain && calls[2].Gain > 0);
    }

    [Fact]
    public void Where_one_call_cannot_save_the_whole_it_still_comes_first_where_it_fills_more()
    {
        var calls = Foresee(Outlooks(Away(1, 2, 4, 5))).Calls;

        Assert.All(calls, call => Assert.Equal(0, call.Gain, 9));
        Assert.Equal([A.Seat(1), A.Seat(2), A.Seat(4), A.Seat(5)], calls.Take(4).Select(c => c.Seat.Seat).Order(Comparer<SeatId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        Assert.Equal(6, calls.Length);
    }

    [Fact]
    public void Of_calls_that_help_only_together_those_for_the_weakest_bloc_come_first()
    {
        var calls = Foresee(Outlooks(Away(2, 3))).Calls;

        Assert.Equal([A.Seat(2), A.Seat(3), A.Seat(1)], calls.Take(3).Select(c => c.Seat.Seat)); // the last expert helps with one of the others, the unions not at all
    }

    [Fact]
    public void A_proxy_fills_a_seat_as_surely_as_its_holder_comes()
    {
        var said = Yes(1).SetItems(Away(2, 3));
        var seats = Outlooks(said, [new(A.Seat(2), A.Person(1), A.Start, A.Start)]);

        Assert.Equal((SeatWord.Represented, .98, A.Seat(1)), (seats[1].Word, seats[1].Chance, seats[1].Through!.Value));
        Assert.Equal(.98, Foresee(seats).Blocs[0].Chance, 9); // not .98 twice: both come with the one person, or not
        Assert.Equal((2, 0), (Foresee(seats).Blocs[0].Sure, Foresee(Outlooks(Away(2, 3), [new(A.Seat(2), A.Person(1), A.Start, A.Start)])).Blocs[0].Sure)); // a holder who has said nothing says no yes for two
        Assert.Equal(SeatWord.Away, Outlooks(said.SetItem(A.Person(1), AnswerKind.Partner), [new(A.Seat(2), A.Person(1), A.Start, A.Start)])[1].Word);
    }

    [Fact]
    public void Without_a_chair_there_is_no_quorum()
    {
        var forecast = Foresee(Outlooks(Yes(1, 2, 3, 4, 5, 6)), presiders: [(0, false), (.5, false)]);

        Assert.Equal((.5, false, Outlook.Unlikely), forecast.Chair);
        Assert.Equal(Outlook.Unlikely, forecast.Outlook);
        Assert.Empty(forecast.Weak);
    }

    [Fact]
    public void The_second_meeting_of_an_enlarged_chamber_needs_only_its_chair()
    {
        var nobody = SeatOutlook.Of(A.Enlarged().Seats, Away([.. Enumerable.Range(1, 18)]), [], Past(), s_settings);

        var second = QuorumForecast.Of(TheRules.InForce.Quorum(TheRules.Enlarged), true, nobody, [(.98, true)], s_settings);
        Assert.Equal((true, Outlook.Certain, 0), (second.IsValidAnyway, second.Outlook, second.Calls.Length));
        Assert.Empty(second.Weak);
        Assert.Equal(Outlook.Unlikely, QuorumForecast.Of(TheRules.InForce.Quorum(TheRules.Enlarged), false, nobody, [(.98, true)], s_settings).Outlook);
        Assert.Equal(Outlook.Unlikely, QuorumForecast.Of(s_restricted.Quorum, true, Outlooks(Away(4, 5)), [(.98, true)], s_settings).Outlook); // a restricted one refers
    }

    /// <summary>Counted seat by seat, and by going through every way in which seats come or stay away: the same.</summary>
    [Fact]
    public void Is_what_counting_every_case_gives()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var tries = 0; tries < 40; tries++)
        {
            var plan = tries % 2 == 0 ? s_restricted : A.Enlarged();
            var seats = plan.Seats.Take(12).Select((seat, i) => new SeatOutlook(
                seat.Id, seat.Group, SeatWord.Silent, random.NextDouble(), i % 4 == 3 ? plan.Seats[i - 1].Id : null)).ToList(); // each fourth hangs on its neighbour

            var forecast = QuorumForecast.Of(plan.Quorum, false, seats, [(1, true)], s_settings);

            Assert.True(Math.Abs(EveryCase(plan.Quorum, seats) - forecast.Chance) < 1e-9, $"seed {seed}, try {tries}");
        }
    }

    [Fact]
    public void A_rule_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ForecastRule(101, 80, 60, 30, 4, 12, 95, 70));
        Assert.Throws<ArgumentException>(() => new ForecastRule(98, -1, 60, 30, 4, 12, 95, 70));
        Assert.Throws<ArgumentException>(() => new ForecastRule(98, 80, 60, 30, 0, 12, 95, 70));
        Assert.Throws<ArgumentException>(() => new ForecastRule(98, 80, 60, 30, 4, 3, 95, 70));
        Assert.Throws<ArgumentException>(() => new ForecastRule(98, 80, 60, 30, 4, 12, 70, 70));
    }

    private static double EveryCase(QuorumRule rule, List<SeatOutlook> seats)
    {
        var free = seats.Where(seat => seat.Through is null).ToList();
        var sum = 0d;
        for (var which = 0; which < 1 << free.Count; which++)
        {
            var there = free.Where((_, i) => (which >> i & 1) == 1).Select(seat => seat.Seat).ToHashSet();
            var present = seats.Where(seat => there.Contains(seat.Through ?? seat.Seat)).GroupBy(seat => seat.Group).ToDictionary(g => g.Key, g => g.Count());
            if (rule.Blocs.All(bloc => bloc.Count(present).IsReached))
                sum += free.Select(seat => there.Contains(seat.Seat) ? seat.Chance : 1 - seat.Chance).Aggregate(1d, (a, b) => a * b);
        }
        return sum;
    }

    private static ImmutableDictionary<PersonId, AnswerKind> Yes(params int[] seats) => seats.ToImmutableDictionary(A.Person, _ => AnswerKind.Present);

    private static ImmutableDictionary<PersonId, AnswerKind> Away(params int[] seats) =>
        seats.SelectMany(n => new[] { A.Person(n), A.Substitute(n) }).ToImmutableDictionary(person => person, _ => AnswerKind.Absent);

    private static ImmutableArray<SeatOutlook> Outlooks(Dictionary<PersonId, AnswerKind> said) => Outlooks(said.ToImmutableDictionary());

    private static ImmutableArray<SeatOutlook> Outlooks(ImmutableDictionary<PersonId, AnswerKind> said, Proxy[]? proxies = null, Dictionary<SeatId, PastAttendance>? past = null) =>
        SeatOutlook.Of(s_restricted.Seats, said, proxies ?? [], past ?? Past(), s_settings);

    private static Dictionary<SeatId, PastAttendance> Past() => [];

    private static QuorumForecast Foresee(ImmutableArray<SeatOutlook> seats, (double Chance, bool IsSaid)[]? presiders = null) =>
        QuorumForecast.Of(s_restricted.Quorum, false, seats, presiders ?? [(1, true)], s_settings);
}
