using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>Keeps what lists and plans show in step with the journal: the state of the meeting, and which items it will not deal with.</summary>
internal sealed class MeetingStates : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ItemConcluded { Kind: ConclusionKind.Referred, Ballot: null } evoked:
                    await ReferAsync(db, evoked.Item, evoked.At, ct);
                    break;
                case ConclusionUndone undone:
                    await ReferAsync(db, undone.Item, null, ct);
                    break;
            }
        }
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

    // Null for an item that was added in the meeting, or taken off the agenda a moment before.
    private static async Task ReferAsync(WitaLiveDb db, ItemId item, DateTimeOffset? at, CancellationToken ct)
    {
        if (await db.Set<AgendaLine>().SingleOrDefaultAsync(line => line.Id == item, ct) is { } line)
            line.ReferredAt = at;
    }
}
