using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.Tests.Domain.Sessions;

public class FeesOfASession
{
    private static readonly FeeRule s_rule = TheRules.InForce.Fees;

    [Theory]
    [InlineData(60, 5)]
    [InlineData(59.9, 0)]
    public void Are_due_from_an_hour_on_and_none_to_administrations(double minutes, int fees)
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).Closed(minutes);

        var due = Fee.Of(story.Session!, s_rule);

        Assert.Equal(fees, due.Length);
        Assert.DoesNotContain(due, fee => fee.Group == new GroupCode("administrations"));
        Assert.All(due, fee => Assert.Equal(150m, fee.Amount));
    }

    [Fact]
    public void Leave_the_time_of_a_pause_out()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).At(20, new SuspendMeeting()).At(35, new ResumeMeeting()).Closed(70);

        Assert.Equal(TimeSpan.FromMinutes(55), story.Session!.Duration(pausesCount: false));
        Assert.Equal(TimeSpan.FromMinutes(70), story.Session.Duration(pausesCount: true));
        Assert.Empty(Fee.Of(story.Session, s_rule));
    }

    [Fact]
    public void Are_one_a_seat_to_the_one_of_the_duo_who_was_there_longer()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).In(40, A.Substitute(2)).Out(50, A.Person(2))
            .In(10, A.Substitute(3)).Closed(120);

        var due = Fee.Of(story.Session!, s_rule);

        var second = Assert.Single(due, fee => fee.Seat == A.Seat(2));
        Assert.Equal((A.Substitute(2), 120), (second.Person, second.Minutes)); // 80 minutes against 50; the overlap counts once
        Assert.Equal(A.Person(3), Assert.Single(due, fee => fee.Seat == A.Seat(3)).Person);
    }

    [Fact]
    public void Are_not_due_to_who_came_for_a_part_too_short()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).Out(59, A.Person(6)).Closed(120);

        Assert.DoesNotContain(Fee.Of(story.Session!, s_rule), fee => fee.Seat == A.Seat(6));
    }

    [Fact]
    public void Are_twice_as_much_for_the_President_and_none_for_secretary_and_jurist()
    {
        var plan = A.Enlarged();
        var story = new AStory(plan).In(0, A.President, A.Secretary.Person).In(0, [.. plan.Seats.Select(s => s.Effective)])
            .At(0, new OpenMeeting()).Closed(90);

        var due = Fee.Of(story.Session!, s_rule);

        Assert.Equal(16, due.Length); // eighteen seats without three administrations, and the President
        Assert.Equal((300m, A.President), due.Where(fee => fee.Role is not null).Select(fee => (fee.Amount, fee.Person)).Single());
        Assert.Equal((9 + 3 + 3) * 150m + 300m, due.Sum(fee => fee.Amount));
    }

    [Fact]
    public void Leave_out_a_pause_until_the_end_also_when_the_end_is_corrected()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).At(50, new SuspendMeeting()).Closed(70);

        story.At(200, new CorrectHours(A.Start, A.Start.AddMinutes(130), "clôture plus tard"), A.Secretary);

        Assert.Equal(TimeSpan.FromMinutes(130), story.Session!.Duration(pausesCount: true));
        Assert.Equal(TimeSpan.FromMinutes(50), story.Session.Duration(pausesCount: false));
        Assert.Empty(Fee.Of(story.Session, s_rule));
    }

    [Fact]
    public void Follow_a_pause_that_is_put_right()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).At(50, new SuspendMeeting()).At(165, new ResumeMeeting()).Closed(170);
        Assert.Empty(Fee.Of(story.Session!, s_rule)); // fifty-five minutes
        story.At(200, new CorrectPause(0, A.Start.AddMinutes(50), A.Start.AddMinutes(60), null, "reprise notée trop tard"), A.Secretary);

        Assert.Equal(TimeSpan.FromMinutes(160), story.Session!.Duration(pausesCount: false));
        Assert.NotEmpty(Fee.Of(story.Session, s_rule));
    }

    [Fact]
    public void Follow_a_correction_made_after_the_end()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).Closed(120);
        Assert.Contains(Fee.Of(story.Session!, s_rule), fee => fee.Seat == A.Seat(6));

        story.At(130, new CorrectAttendance(A.Person(6), 0, A.Start, A.Start.AddMinutes(30), "partie plus tôt"), A.Secretary);

        Assert.DoesNotContain(Fee.Of(story.Session!, s_rule), fee => fee.Seat == A.Seat(6));
    }

    [Fact]
    public void Are_not_counted_while_the_meeting_sits_nor_when_it_never_opened()
    {
        Assert.Null(new AStory().Opened(1, 2, 3, 4, 5, 6).Session);

        var failed = new AStory().In(0, A.Person(1)).At(90, new AdjournMeeting());
        Assert.Equal(TimeSpan.Zero, failed.Session!.Duration(pausesCount: true));
        Assert.Empty(Fee.Of(failed.Session, s_rule));
    }

    [Fact]
    public void Go_to_the_substitute_when_the_effective_member_cedes_them_in_a_plenary_both_came_to()
    {
        var rule = WithCeding("enlarged"); // stands for the plenary, which no ready-made plan is of
        var plan = A.Enlarged();
        var session = new AStory(plan).In(0, A.President).In(0, [.. plan.Seats.Select(s => s.Effective)]).In(0, A.Substitute(2))
            .At(0, new OpenMeeting()).Closed(90).Session!;
        var (both, alone) = (session.Seats.Single(s => s.Seat == A.Seat(2)), session.Seats.Single(s => s.Seat == A.Seat(3)));

        Assert.Equal(A.Substitute(2), Fee.MayGoTo(session, both, rule));
        Assert.Null(Fee.MayGoTo(session, both, WithCeding("plenary")));
        Assert.Null(Fee.MayGoTo(session, alone, rule)); // the substitute did not come
        var kept = Fee.Of(session, rule);
        var ceded = Fee.Of(session, rule, new HashSet<SeatId> { A.Seat(2), A.Seat(3) });
        Assert.Equal((kept.Length, kept.Sum(f => f.Amount)), (ceded.Length, ceded.Sum(f => f.Amount)));
        Assert.Equal((A.Substitute(2), A.Person(2)), ceded.Where(f => f.Seat == A.Seat(2)).Select(f => (f.Person, f.CededBy!.Value)).Single());
        Assert.Equal((A.Person(3), null), ceded.Where(f => f.Seat == A.Seat(3)).Select(f => (f.Person, f.CededBy)).Single());
    }

    [Fact]
    public void Travel_is_paid_back_to_who_came_to_the_place_and_is_not_paid_by_an_administration()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5).At(5, new SignIn(A.Person(6), AttendanceMode.Online), A.By(6)).Closed(45);
        var rule = s_rule.Travel;
        var payable = story.Session!.Seats.Where(s => TravelClaim.IsPaidBack(story.Session, s.Effective.Person, rule)).Select(s => s.Effective.Person);

        var administration = story.Session.Seats.Single(s => s.Group == new GroupCode("administrations")).Effective.Person;
        Assert.Equal(new[] { 1, 2, 3, 4, 5 }.Select(A.Person).Where(p => p != administration), payable);
        Assert.IsType<NoTravelPaidBack>(Claim(A.Person(6), "car", 10).WhyNot(story.Session, rule));
        Assert.IsType<TravelMeansNotChosen>(Claim(A.Person(1), "rocket", 10).WhyNot(story.Session, rule));
        Assert.All(new[] { 0m, -1m, 600.01m, 1.234m }, km => Assert.IsType<TravelQuantityUnusable>(Claim(A.Person(1), "car", km).WhyNot(story.Session, rule)));
        Assert.Null(Claim(A.Person(1), "car", 600m).WhyNot(story.Session, rule));
    }

    [Theory]
    [InlineData("car", 37.5, "2024-06-30", 16.05)] // × 0.4280
    [InlineData("car", 37.5, "2024-07-01", 16.56)] // × 0.4415 = 16.55625
    [InlineData("car", 37.5, "2026-06-30", 16.68)] // × 0.4449 = 16.68375
    [InlineData("car", 37.5, "2026-07-01", null)] // nobody has said it
    [InlineData("publicTransport", 12.6, "2026-07-01", 12.6)]
    public void Travel_is_worth_what_holds_on_the_day(string means, double quantity, string day, double? amount) =>
        Assert.Equal((decimal?)amount, Claim(A.Person(1), means, (decimal)quantity).Amount(s_rule.Travel, DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private static TravelClaim Claim(PersonId person, string means, decimal quantity) => new(new(Guid.Empty), person, means, quantity);

    private static FeeRule WithCeding(string formation) => new(
        s_rule.From, s_rule.SessionMinutes, s_rule.AttendedMinutes, s_rule.PausesCount, s_rule.Groups, s_rule.Offices, s_rule.IndexBase, s_rule.Index, [new(formation)],
        s_rule.ClaimDays, s_rule.Travel, s_rule.Source);

    [Fact]
    public void Say_no_indexed_amount_where_the_index_of_the_year_is_missing()
    {
        var rule = s_rule with { };
        var known = new FeeRule(rule.From, 60, 60, false, rule.Groups, rule.Offices, rule.IndexBase, ImmutableDictionary<string, decimal>.Empty.Add("2026", 1.21899m), rule.CedableIn, rule.ClaimDays, rule.Travel, rule.Source);
        var fee = new Fee(new(Guid.Empty), A.Person(1), A.Seat(1), new("experts"), null, 90, 150m);

        Assert.Null(fee.Indexed(rule, 2026));
        Assert.Equal(182.85m, fee.Indexed(known, 2026)); // 182.8485
        Assert.Null(fee.Indexed(known, 2027));
    }
}
