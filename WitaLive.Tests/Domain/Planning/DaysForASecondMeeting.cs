using WitaLive.Domain.Planning;

namespace WitaLive.Tests.Domain.Planning;

public class DaysForASecondMeeting
{
    private static readonly DateOnly s_first = new(2026, 12, 1); // a Tuesday

    [Fact]
    public void Are_working_days_within_the_month_with_the_whole_notice()
    {
        var days = Propose(s_first, s_first);

        // Ten working days lie between 1 December and the 16th; Christmas and New Year's Day are none; a month ends on 1 January.
        Assert.Equal(new DateOnly(2026, 12, 16), days.Min(d => d.Day));
        Assert.Equal(new DateOnly(2026, 12, 31), days.Max(d => d.Day));
        Assert.DoesNotContain(new DateOnly(2026, 12, 25), days.Select(d => d.Day));
        Assert.All(days, d => Assert.True(!d.IsUrgent && d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
    }

    [Fact]
    public void End_with_the_last_of_the_month() => Assert.Equal(new DateOnly(2027, 1, 4), Propose(new(2026, 12, 4), new(2026, 12, 4)).Max(d => d.Day)); // a Monday

    [Fact]
    public void Suit_most_members_first_then_come_soonest()
    {
        var days = Propose(s_first, s_first, day => day.Day is 18 or 22 ? 12 : 8);

        Assert.Equal([18, 22, 16], days.Take(3).Select(d => d.Day.Day));
    }

    [Fact]
    public void Have_a_shorter_notice_only_when_the_month_forces_it()
    {
        var days = Propose(s_first, new(2026, 12, 21));

        Assert.All(days, d => Assert.True(d.IsUrgent));
        Assert.Equal(new DateOnly(2026, 12, 28), days.Min(d => d.Day)); // three working days between: 22, 23, 24
    }

    [Fact]
    public void Are_none_when_the_month_is_over() => Assert.Empty(Propose(s_first, new(2026, 12, 29)));

    [Fact]
    public void Are_never_the_day_of_the_first_for_an_enlarged_chamber() =>
        Assert.DoesNotContain(s_first, Propose(s_first, new(2026, 11, 20), formation: "enlarged").Select(d => d.Day));

    private static ImmutableArray<SecondDay> Propose(DateOnly first, DateOnly today, Func<DateOnly, int>? free = null, string formation = "restricted") =>
        SecondDays.Propose(TheRules.InForce.Quorum(new(formation)), TheRules.InForce.Notice, first, today, free ?? (_ => 12));
}
