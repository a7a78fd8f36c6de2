using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>A meeting that failed for want of a quorum and waits for its second convocation. One to which nobody was convened did not fail: it was no first convocation.</summary>
/// <param name="Latest">The last day on which the second meeting may be held.</param>
public sealed record FailedMeeting(MeetingId Id, ChamberId Chamber, DateTimeOffset StartsAt, DateOnly Latest);

/// <summary>Finds the meetings that can still be convened for the second time (rules of procedure, art. 17 § 1 and 20 § 1).</summary>
internal static class FailedMeetings
{
    /// <param name="chamber">Null for every chamber.</param>
    public static async Task<ImmutableArray<FailedMeeting>> WaitingAsync(WitaLiveDb db, ChamberId? chamber, RuleBook rules, DateOnly today, CancellationToken ct)
    {
        var failed = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => (chamber == null || m.ChamberId == chamber) && m.State == MeetingState.Adjourned && m.ConvenedAt != null && !m.SecondConvocation && m.CancelledAt == null)
            .Where(m => !db.Set<PlannedMeeting>().Any(second => second.FirstMeetingId == m.Id && second.CancelledAt == null))
            .OrderByDescending(m => m.StartsAt).Select(m => new { m.Id, m.ChamberId, m.Formation, m.StartsAt }).ToListAsync(ct);
        return
        [
            .. from one in failed
               let day = one.StartsAt.DayInBrussels()
               let latest = rules.On(day).Quorum(one.Formation).LatestSecond(day)
               where latest >= today
               select new FailedMeeting(one.Id, one.ChamberId, one.StartsAt, latest),
        ];
    }
}
