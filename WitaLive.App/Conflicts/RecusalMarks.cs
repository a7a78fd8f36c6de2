using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Conflicts;

/// <summary>Marks that the room heard of a recusal said before the meeting, in the transaction in which it heard.</summary>
/// <remarks>
/// <see cref="FindConflicts"/> may be telling the room of a recusal while it is taken back. Then the room is told again that it was: the mark that it
/// knows is taken away, and a run that sets that mark at the same moment fails by <see cref="PossibleConflict.RecusedAt"/> and looks again.
/// </remarks>
internal sealed class RecusalMarks : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        // Before the meeting only who stepped aside on the page of conflicts is recused in their own name; the secretariat recuses in its own.
        if (after.State is not MeetingState.Planned)
            return;
        foreach (var recused in events.OfType<Recused>().Where(e => e.By == e.Person))
        {
            if (await db.Set<PossibleConflict>().SingleOrDefaultAsync(c => c.MeetingId == id && c.ItemId == recused.Item && c.PersonId == recused.Person, ct) is not { } conflict)
                continue;
            (conflict.RecusedAt, conflict.RestoredAt) = (recused.At, null);
            db.Entry(conflict).Property(c => c.RestoredAt).IsModified = true; // also where another run is setting it just now
        }
    }
}
