using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>Keeps the agenda in step with the journal: which of its lines the meeting will not deal with, because their files went to another chamber.</summary>
internal sealed class EvokedLines : IFollowEvents
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
    }

    // Null for an item that was added in the meeting, or taken off the agenda a moment before.
    private static async Task ReferAsync(WitaLiveDb db, ItemId item, DateTimeOffset? at, CancellationToken ct)
    {
        if (await db.Set<AgendaLine>().SingleOrDefaultAsync(line => line.Id == item, ct) is { } line)
            line.ReferredAt = at;
    }
}
