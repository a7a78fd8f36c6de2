using WitaLive.App.Calendar;

namespace WitaLive.Tests.Calendar;

public class LayingOutTheCalendar
{
    [Theory]
    [InlineData(CalendarShape.Month, "2026-11-25", "2026-10-26", "2026-12-06", "2026-10-01", "2026-12-01")]
    [InlineData(CalendarShape.Month, "2027-02-28", "2027-02-01", "2027-02-28", "2027-01-01", "2027-03-01")] // four whole weeks
    [InlineData(CalendarShape.Month, "2027-01-31", "2026-12-28", "2027-01-31", "2026-12-01", "2027-02-01")]
    [InlineData(CalendarShape.Week, "2026-11-29", "2026-11-23", "2026-11-29", "2026-11-16", "2026-11-30")] // a Sunday ends its week
    [InlineData(CalendarShape.Week, "2026-11-30", "2026-11-30", "2026-12-06", "2026-11-23", "2026-12-07")]
    [InlineData(CalendarShape.List, "2026-11-25", "2026-11-25", "2027-05-25", "2026-05-25", "2027-05-25")]
    public void Shows_whole_weeks_from_Monday_and_leads_on_and_back(CalendarShape shape, string day, string from, string until, string before, string after)
    {
        var span = new CalendarSpan(shape, Day(day), 6);

        Assert.Equal((Day(from), Day(until)), (span.From, span.Until));
        Assert.Equal((Day(before), Day(after)), (span.Before, span.After));
        Assert.Equal((Day(from), Day(until)), (span.Days.First(), span.Days.Last()));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
