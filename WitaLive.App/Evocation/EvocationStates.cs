using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Evocation;

/// <summary>Marks requests as accepted in the transaction that refers the file, with the mails that tell of it; an undone referral opens them again.</summary>
internal sealed class EvocationStates(EvocationMails mails) : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ItemConcluded { Kind: ConclusionKind.Referred, Ballot: null } referred:
                    var meeting = await db.Set<PlannedMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
                    var waiting = await RequestsAsync(db, referred.Item, EvocationState.Waiting, ct);
                    // A chair referred what the other one rejected a moment before: then nothing of it is written.
                    if (waiting.Count == 0 && await db.Set<EvocationRequest>().AnyAsync(r => r.ItemId == referred.Item && r.State == EvocationState.Rejected, ct))
                        throw new OverruledException(new EvocationDecided());
                    foreach (var request in waiting)
                    {
                        request.Decide(EvocationState.Accepted, referred.By, referred.Reason, referred.At);
                        if (meeting is not null)
                            await mails.DecidedAsync(db, meeting, request, referred.At, ct);
                    }
                    break;
                case ConclusionUndone undone:
                    (await RequestsAsync(db, undone.Item, EvocationState.Accepted, ct)).ForEach(request => request.Reopen());
                    break;
            }
        }
    }

    private static Task<List<EvocationRequest>> RequestsAsync(WitaLiveDb db, ItemId item, EvocationState state, CancellationToken ct) =>
        db.Set<EvocationRequest>().Where(r => r.ItemId == item && r.State == state).ToListAsync(ct);
}
