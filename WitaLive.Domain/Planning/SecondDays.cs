using WitaLive.Domain.Quorum;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Planning;

/// <summary>A day for the second meeting.</summary>
/// <param name="Free">Members who have no other meeting that day.</param>
/// <param name="IsUrgent">The whole notice does not fit any more: a chair has to approve the shorter one.</param>
public sealed record SecondDay(DateOnly Day, int Free, bool IsUrgent, bool IsBridge);

/// <summary>On which days a chamber can be convened for the second time.</summary>
/// <remarks>Source: rules of procedure, art. 5 § 4, 17 § 1-2 and 20 § 1-4.</remarks>
public static class SecondDays
{
    /// <param name="first">The day of the meeting that failed.</param>
    /// <param name="today">The day on which the convocations go out.</param>
    /// <param name="free">How many members have no other meeting on a day.</param>
    /// <returns>Working days within the time the rule gives, those that suit most members first. Days with a shorter notice only where no day has the whole one.</returns>
    public static ImmutableArray<SecondDay> Propose(QuorumRule rule, Notice notice, DateOnly first, DateOnly today, Func<DateOnly, int> free)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(notice);
        var days = new List<SecondDay>();
        for (var day = today.AddDays(1); day <= rule.LatestSecond(first); day = day.AddDays(1))
            if (notice.IsWorkingDay(day) && rule.AllowsSecond(first, day) && notice.IsInTime(today, day, urgent: true))
                days.Add(new(day, free(day), !notice.IsInTime(today, day, urgent: false), notice.IsBridgeDay(day)));
        var urgent = days.All(day => day.IsUrgent);
        return [.. days.Where(day => day.IsUrgent == urgent).OrderByDescending(day => day.Free).ThenBy(day => day.IsBridge).ThenBy(day => day.Day)];
    }
}
