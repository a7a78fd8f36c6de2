namespace WitaLive.App.Calendar;

/// <summary>How the calendar is laid out.</summary>
public enum CalendarShape
{
    Month,
    Week,
    List,
}

/// <summary>The days that are shown, round one of them.</summary>
/// <param name="Months">How far a list reaches. Unit: months.</param>
public sealed record CalendarSpan(CalendarShape Shape, DateOnly Day, int Months)
{
    /// <summary>Months and weeks are shown in whole weeks, from Monday.</summary>
    public DateOnly From => Shape switch
    {
        CalendarShape.Month => Monday(FirstOfMonth),
        CalendarShape.Week => Monday(Day),
        _ => Day,
    };

    /// <summary>Included.</summary>
    public DateOnly Until => Shape switch
    {
        CalendarShape.Month => Monday(FirstOfMonth.AddMonths(1).AddDays(-1)).AddDays(6),
        CalendarShape.Week => From.AddDays(6),
        _ => Day.AddMonths(Months),
    };

    public DateOnly Before => Shape switch
    {
        CalendarShape.Month => FirstOfMonth.AddMonths(-1),
        CalendarShape.Week => From.AddDays(-7),
        _ => Day.AddMonths(-Months),
    };

    public DateOnly After => Shape switch
    {
        CalendarShape.Month => FirstOfMonth.AddMonths(1),
        CalendarShape.Week => From.AddDays(7),
        _ => Day.AddMonths(Months),
    };

    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = From; day <= Until; day = day.AddDays(1))
                yield return day;
        }
    }

    public bool IsInMonth(DateOnly day) => (day.Year, day.Month) == (Day.Year, Day.Month);

    private DateOnly FirstOfMonth => new(Day.Year, Day.Month, 1);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
