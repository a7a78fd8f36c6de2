using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>Keeps what lists and plans show in step with the journal: the state of the meeting, and when it was opened.</summary>
internal sealed class MeetingStates : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        if (!events.Any(e => e is MeetingOpened or MeetingSuspended or MeetingResumed or MeetingAdjourned or MeetingClosed or HoursCorrected))
            return;
        if (await db.Set<PlannedMeeting>().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return;
        // Cancelled at this very moment: nothing is written, and the room hears of it before anyone can try again.
        if (meeting.CancelledAt is not null)
            throw new OverruledException(new MeetingIsCancelled());
        (meeting.State, meeting.OpenedAt) = (after.State, after.OpenedAt);
        meeting.Touch(); // whoever is changing the plan in this moment looks again, and finds it settled
    }
}
