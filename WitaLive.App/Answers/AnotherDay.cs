using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Meetings;

namespace WitaLive.App.Answers;

/// <summary>A meeting moved to another day after people were convened: everyone is asked anew, whatever they had said of the first one.</summary>
internal static class AnotherDay
{
    /// <summary>Within the transaction of the caller, who saves.</summary>
    /// <remarks>A proxy names the day it is for, and ends (royal decree of 13 March 2023, art. 4 § 3 and 5 § 2; rules of procedure, art. 6 § 6).</remarks>
    /// <param name="before">When it was to begin until now.</param>
    public static async Task BeginAsync(WitaLiveDb db, PlannedMeeting meeting, ProxyEnding proxies, DateTimeOffset before, DateTimeOffset now, CancellationToken ct)
    {
        (meeting.MovedAt, meeting.QuorumAlarm) = (now, ""); // a danger of the new day is one of its own
        await proxies.EndAsync(db, meeting, before, await db.Set<SignedProxy>().Where(p => p.MeetingId == meeting.Id).ToListAsync(ct), ProxyEnd.Moved, now, ct);
        // Reminders go out again before the new day; those that went out stay in the list of mails.
        db.RemoveRange(await db.Set<Convocation>().Where(c => c.MeetingId == meeting.Id && c.Kind == ConvocationKind.Reminder).ToListAsync(ct));
    }
}
