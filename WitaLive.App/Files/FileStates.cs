using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Files;

/// <summary>Moves files on as the items they stand under are concluded, and back when a conclusion is undone.</summary>
internal sealed class FileStates : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ItemConcluded concluded:
                    await ChangeAsync(db, after, concluded.Item, file => Conclude(file, id, after, concluded), ct);
                    break;
                case ConclusionUndone undone:
                    await ChangeAsync(db, after, undone.Item, file => Set(file, FileState.OnAgenda, null, ReferredHere(file, after), id, undone.At), ct);
                    break;
                case MeetingAdjourned adjourned:
                    foreach (var item in adjourned.Items)
                    {
                        var state = adjourned.ReferTo is null ? FileState.Postponed : FileState.Referred;
                        await ChangeAsync(db, after, item, file => Set(file, state, null, adjourned.ReferTo ?? ReferredHere(file, after), id, adjourned.At), ct);
                    }
                    break;
            }
        }
    }

    private static async Task ChangeAsync(WitaLiveDb db, Meeting after, ItemId item, Action<ApplicationFile> change, CancellationToken ct)
    {
        if (after.ItemOf(item)?.Planned.File is { } id && await db.Set<ApplicationFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is { } file)
            change(file);
    }

    // What was referred to this formation and is not finished comes back to it (law reference §10, O-8), never to the chamber that referred it.
    private static FormationCode? ReferredHere(ApplicationFile file, Meeting after) => file.ReferredTo == after.Plan!.Formation ? file.ReferredTo : null;

    private static void Conclude(ApplicationFile file, MeetingId meeting, Meeting after, ItemConcluded concluded) => Set(
        file,
        concluded.Kind switch
        {
            ConclusionKind.Decided => FileState.Decided,
            ConclusionKind.Referred => FileState.Referred,
            ConclusionKind.HearingAsked => FileState.AwaitingHearing,
            ConclusionKind.InformationAsked => FileState.AwaitingInformation,
            ConclusionKind.Withdrawn => FileState.Withdrawn,
            _ => FileState.Postponed,
        },
        concluded.Outcome,
        concluded.ReferTo ?? ReferredHere(file, after),
        meeting,
        concluded.At);

    private static void Set(ApplicationFile file, FileState state, string? outcome, FormationCode? referredTo, MeetingId meeting, DateTimeOffset at) =>
        (file.State, file.Outcome, file.ReferredTo, file.LastMeetingId, file.ChangedAt) = (state, outcome, referredTo, meeting, at);
}
