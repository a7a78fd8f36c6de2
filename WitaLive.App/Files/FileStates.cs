using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Files;

/// <summary>Moves files on as the items they stand under are concluded, and back when a conclusion is undone, unless another meeting has them on its agenda by then.</summary>
internal sealed class FileStates(FileJournal journal) : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ItemConcluded concluded:
                    await ChangeAsync(db, after, concluded.Item, file => Conclude(file, id, after, concluded), new ConcludeInChamber(id, Answer(concluded.Kind), concluded.Outcome, concluded.ReferTo, Marks(after, concluded)), ct);
                    break;
                case ConclusionUndone undone:
                    await ChangeAsync(db, after, undone.Item, file => Set(file, FileState.OnAgenda, null, ReferredHere(file, after), id, undone.At), new UndoInChamber(id), ct);
                    break;
                case MeetingAdjourned adjourned:
                    foreach (var item in adjourned.Items)
                    {
                        var state = adjourned.ReferTo is null ? FileState.Postponed : FileState.Referred;
                        var command = new ConcludeInChamber(id, adjourned.ReferTo is null ? ChamberAnswer.Postponed : ChamberAnswer.Referred, null, adjourned.ReferTo);
                        await ChangeAsync(db, after, item, file => Set(file, state, null, adjourned.ReferTo ?? ReferredHere(file, after), id, adjourned.At), command, ct);
                    }
                    break;
            }
        }
    }

    // A file that came in here has a journal, which says the same and more; of an imported one the row is all there is.
    private async Task ChangeAsync(WitaLiveDb db, Meeting after, ItemId item, Action<ApplicationFile> change, ApplicationCommand command, CancellationToken ct)
    {
        if (after.ItemOf(item)?.Planned.File is not { } id || await db.Set<ApplicationFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } file)
            return;
        if (command is UndoInChamber && file.State is FileState.OnAgenda)
            throw new OverruledException(new FileStandsElsewhere(file.Number)); // or it would be decided twice
        if (file.IsKept && await journal.AddAsync(db, file, command, null, ct) is Result<Application>.Ok)
            return;
        change(file);
        if (!file.IsKept && file.ChangedAt?.DayInBrussels() is { } day)
            await (command is ConcludeInChamber said
                ? DaysOfFile.ConcludeAsync(db, file, new(said.Meeting, said.Answer, said.Outcome, said.ReferTo) { On = day }, ct) : DaysOfFile.UndoAsync(db, file, day, ct));
    }

    // As the ballot put them: what is decided is what was voted on.
    private static ImmutableArray<ActivityMark>? Marks(Meeting after, ItemConcluded concluded) =>
        concluded.Kind is ConclusionKind.Decided && after.Ballots.LastOrDefault(b => b.Id == concluded.Ballot)?.MarksOf(concluded.Item) is { IsEmpty: false } marks ? marks : null;

    private static ChamberAnswer Answer(ConclusionKind kind) => kind switch
    {
        ConclusionKind.Decided => ChamberAnswer.Decided,
        ConclusionKind.Referred => ChamberAnswer.Referred,
        ConclusionKind.HearingAsked => ChamberAnswer.HearingAsked,
        ConclusionKind.InformationAsked => ChamberAnswer.InformationAsked,
        ConclusionKind.Withdrawn => ChamberAnswer.Withdrawn,
        _ => ChamberAnswer.Postponed,
    };

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

/// <summary>What was concluded cannot be undone: the file went on.</summary>
public sealed record FileStandsElsewhere(string Number) : Refusal
{
    public override ImmutableArray<object> Gaps => [Number];
}
