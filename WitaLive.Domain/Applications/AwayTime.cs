namespace WitaLive.Domain.Applications;

/// <summary>A time that is neutralised, both days included: illness, work accident, occupational disease, adoption, maternity or paternity leave.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 12 §§ 3 and 9.</remarks>
public readonly record struct AwayTime(DateOnly From, DateOnly Until)
{
    /// <summary>How many days from <paramref name="first"/> to <paramref name="last"/> lie in one of the times, each counted once.</summary>
    public static int DaysIn(IEnumerable<AwayTime> times, DateOnly first, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(times);
        var (days, next) = (0, first);
        foreach (var time in times.OrderBy(time => time.From))
        {
            var (from, until) = (time.From > next ? time.From : next, time.Until < last ? time.Until : last);
            if (from > until)
                continue;
            days += until.DayNumber - from.DayNumber + 1;
            next = until.AddDays(1);
        }
        return days;
    }
}
