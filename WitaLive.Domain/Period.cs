namespace WitaLive.Domain;

/// <summary>Periods counted in months or years, both days included.</summary>
public static class Period
{
    /// <summary>The last day of so many months that begin on a day: the one before the same date; where there is no such date, the last of the month.</summary>
    /// <remarks>A year that begins on 29 February ends on 28 February, not on the 27th.</remarks>
    public static DateOnly LastDay(DateOnly first, int months)
    {
        var next = first.AddMonths(months);
        return next.Day == first.Day ? next.AddDays(-1) : next;
    }
}
