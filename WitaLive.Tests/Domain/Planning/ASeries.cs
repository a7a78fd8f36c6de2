using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Planning;

public class ASeries
{
    private static readonly Notice s_notice = TheRules.InForce.Notice;
    private static readonly PlanningRule s_rule = TheRules.InForce.Planning;

    [Fact]
    public void Comes_back_every_second_Tuesday_from_the_first_one_on()
    {
        var dates = Dates(new(Day("2027-01-06"), Day("2027-03-02"), DayOfWeek.Tuesday, 2, IsThinned: false));

        Assert.Equal("2027-01-12 2027-01-26 2027-02-09 2027-02-23", dates);
    }

    [Fact]
    public void Leaves_out_the_legal_holidays_and_keeps_its_rhythm()
    {
        var dates = new Series(Day("2026-12-11"), Day("2027-01-15"), DayOfWeek.Friday, 1, IsThinned: false).Dates(s_notice, s_rule);

        Assert.Equal(["12-11", "12-18", "01-08", "01-15"], dates.Where(d => d.IsHeld).Select(d => d.Day.ToString("MM-dd", null)));
        Assert.Equal(["christmas", "newYear"], dates.Where(d => d.Mark is DateMark.Holiday).Select(d => d.Holiday!.Name));
    }

    [Theory]
    [InlineData("2027-05-07", true)] // the Friday after Ascension
    [InlineData("2026-07-20", true)] // the Monday before 21 July, a Tuesday
    [InlineData("2027-05-06", false)] // Ascension itself
    [InlineData("2027-05-14", false)]
    [InlineData("2026-12-26", false)] // a Saturday
    public void Shows_a_bridge_day_and_holds_it(string day, bool isBridge)
    {
        Assert.Equal(isBridge, s_notice.IsBridgeDay(Day(day)));
        var date = Assert.Single(new Series(Day(day), Day(day), Day(day).DayOfWeek, 1, IsThinned: false).Dates(s_notice, s_rule));
        Assert.Equal(isBridge, date.Mark is DateMark.Bridge);
        Assert.True(date.IsHeld || !isBridge);
    }

    [Fact]
    public void Is_thinner_in_July_and_August_when_that_is_wished()
    {
        var series = new Series(Day("2027-06-15"), Day("2027-09-15"), DayOfWeek.Thursday, 1, IsThinned: true);

        Assert.Equal(
            "2027-06-17 2027-06-24 2027-07-01 2027-07-15 2027-07-29 2027-08-12 2027-08-26 2027-09-02 2027-09-09", Dates(series));
        Assert.Equal(13, (series with { IsThinned = false }).Dates(s_notice, s_rule).Count(d => d.IsHeld));
    }

    [Fact]
    public void Has_no_date_when_it_ends_before_its_weekday() =>
        Assert.Empty(new Series(Day("2027-01-06"), Day("2027-01-11"), DayOfWeek.Tuesday, 1, IsThinned: false).Dates(s_notice, s_rule));

    [Fact]
    public void Never_falls_on_a_holiday_or_another_weekday_in_twenty_years() =>
        Assert.All(Enum.GetValues<DayOfWeek>(), weekday => Assert.All(
            new Series(Day("2020-01-01"), Day("2040-12-31"), weekday, 1, IsThinned: true).Dates(s_notice, s_rule).Where(d => d.IsHeld),
            date => Assert.True(date.Day.DayOfWeek == weekday && s_notice.HolidayOn(date.Day) is null)));

    [Fact]
    public void Cannot_come_back_after_no_week() => Assert.Throws<ArgumentException>(() => new Series(Day("2027-01-06"), Day("2027-02-06"), DayOfWeek.Monday, 0, false));

    private static string Dates(Series series) =>
        string.Join(' ', series.Dates(s_notice, s_rule).Where(d => d.IsHeld).Select(d => d.Day.ToString("yyyy-MM-dd", null)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
