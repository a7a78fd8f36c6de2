using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Figures;

namespace WitaLive.Tests.Domain.Figures;

public class CountingDays
{
    private static readonly MeetingId s_meeting = new(Guid.NewGuid());
    private static readonly FormationCode s_enlarged = new("enlarged");

    [Theory]
    [InlineData("3", 1, "3", 3), InlineData("1 2", 2, "1.5", 2), InlineData("9 1 5", 3, "5", 9)]
    [InlineData("10 1 2 3 4 5 6 7 8 9", 10, "5.5", 9)] // nine of ten are over after 9 days
    [InlineData("1 2 3 4 5 6 7 8 9 10 11", 11, "6", 10)]
    public void Finds_the_middle_and_the_time_in_which_nine_of_ten_are_over(string days, int count, string median, int ninetieth) =>
        Assert.Equal(new Spread(count, decimal.Parse(median, CultureInfo.InvariantCulture), ninetieth), Spread.Of(days.Split(' ').Select(int.Parse)));

    [Fact]
    public void Has_no_middle_of_nothing() => Assert.Null(Spread.Of([]));

    [Fact]
    public void Follows_a_file_from_day_to_day()
    {
        var days = FileDays.Of(
        [
            new ApplicationSubmitted { On = Day(1) }, new InformationRequested([]) { On = Day(2) }, new DeclaredComplete { On = Day(5) }, new InformationRequested([]) { On = Day(6) },
            Concluded(10, ChamberAnswer.Referred, refer: s_enlarged), Concluded(12, ChamberAnswer.HearingAsked), new HearingConfirmed { On = Day(13) },
            Concluded(20, ChamberAnswer.Decided, "plus"), new DecisionNotified(Day(24)) { On = Day(25) }, new DecisionNotified(Day(28), null, 2) { On = Day(28) }, new JudgmentReplaced("ordinary", "x", Day(29)) { On = Day(29) },
        ]);

        Assert.Equal(
            new FileDays { ReceivedOn = Day(1), WasAsked = true, CompleteOn = Day(5), ReferredOn = Day(10), HeardOn = Day(20), DecidedOn = Day(20), Outcome = "plus", EndedOn = Day(20), NotifiedOn = Day(24) }, days);
    }

    [Fact]
    public void Asks_nothing_of_who_was_complete_at_first_try_and_was_asked_later() =>
        Assert.False(FileDays.Of([new ApplicationSubmitted { On = Day(1) }, new DeclaredComplete { On = Day(2) }, new InformationRequested([]) { On = Day(3) }]).WasAsked);

    [Fact]
    public void Takes_back_what_a_chamber_takes_back_and_no_more()
    {
        FileDays before = FileDays.Of([new ApplicationSubmitted { On = Day(1) }, new DeclaredComplete { On = Day(2) }, Concluded(10, ChamberAnswer.Referred, refer: s_enlarged), new HearingConfirmed { On = Day(11) }]);
        var decided = before.Apply(Concluded(20, ChamberAnswer.Decided, "plus"));

        Assert.Equal((Day(20), Day(20), Day(20)), (decided.DecidedOn, decided.HeardOn, decided.EndedOn));
        Assert.Equal(before, decided.Apply(new ChamberUndid(s_meeting) { On = Day(20) }));
        Assert.Equal(Day(21), decided.Apply(new ChamberUndid(s_meeting) { On = Day(20) }).Apply(Concluded(21, ChamberAnswer.Decided, "refusal")).HeardOn);
    }

    [Fact]
    public void Ends_with_who_gives_up_and_who_is_silent()
    {
        Assert.Equal(Day(4), FileDays.Of([new ApplicationSubmitted { On = Day(1) }, new ApplicationWithdrawn { On = Day(4) }]).EndedOn);
        Assert.Equal((Day(9), null), (FileDays.Of([new ApplicationSubmitted { On = Day(1) }, new CancelledForSilence { On = Day(9) }]) is var days ? days.EndedOn : null, days.DecidedOn));
    }

    private static ChamberConcluded Concluded(int day, ChamberAnswer answer, string? outcome = null, FormationCode? refer = null) => new(s_meeting, answer, outcome, refer) { On = Day(day) };

    private static DateOnly Day(int day) => new(2024, 3, day);
}
