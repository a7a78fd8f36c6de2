using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Measures;

/// <summary>Has a measure hold from the conclusion that decides it, in the same transaction; takes it back when the conclusion is undone.</summary>
/// <remarks>What holds is counted anew from all that was decided, so that an appeal, an undo and a second request never leave a trace of what is no longer so.</remarks>
public sealed class MeasureEffects(IEnumerable<IMeasureSubject> subjects, FileJournal journal) : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            if (happened is ItemConcluded { Kind: ConclusionKind.Decided, Outcome: { } outcome } decided && after.ItemOf(decided.Item)?.Planned.File is { } carried)
                await DecideAsync(db, carried, outcome, decided.At.DayInBrussels(), ct);
            else if (happened is ConclusionUndone undone && after.ItemOf(undone.Item)?.Planned.File is { } file)
                await UndoAsync(db, file, ct);
        }
    }

    /// <summary>Writes down that a decision was notified and, with that, how long its measure lasts. The caller saves.</summary>
    internal async Task<Refusal?> NotifyAsync(WitaLiveDb db, ApplicationFile file, NotifyDecision notify, PersonId? by, CancellationToken ct)
    {
        switch (await journal.AddAsync(db, file, notify, by, ct))
        {
            case Result<Application>.Refused(var why):
                return why;
            case Result<Application>.Ok(var after) when await db.Set<DecidedMeasure>().SingleOrDefaultAsync(m => m.FileId == file.Id, ct) is { } measure:
                measure.Until = after.MeasureUntil;
                await CountAsync(db, measure.Kind, measure.SubjectId, ct);
                break;
        }
        return null;
    }

    private async Task DecideAsync(WitaLiveDb db, FileId id, string outcome, DateOnly on, CancellationToken ct)
    {
        if (await db.Set<ApplicationFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { SubjectId: { } subject } file)
            return;
        db.Add(new DecidedMeasure { FileId = id, SubjectId = subject, Kind = file.Kind, Outcome = outcome, DecidedOn = on, InsteadOf = file.AppealOfId });
        await CountAsync(db, file.Kind, subject, ct);
    }

    private async Task UndoAsync(WitaLiveDb db, FileId id, CancellationToken ct)
    {
        var unsaved = db.ChangeTracker.Entries<DecidedMeasure>().Where(e => e.State == EntityState.Added && e.Entity.FileId == id).Select(e => e.Entity).FirstOrDefault();
        if ((unsaved ?? await db.Set<DecidedMeasure>().FirstOrDefaultAsync(m => m.FileId == id, ct)) is not { } measure)
            return;
        db.Remove(measure);
        await CountAsync(db, measure.Kind, measure.SubjectId, ct);
    }

    // As the rows of this transaction have it: those it adds count, those it takes away do not.
    private async Task CountAsync(WitaLiveDb db, string kind, Guid subject, CancellationToken ct)
    {
        await db.Set<DecidedMeasure>().Where(m => m.SubjectId == subject).LoadAsync(ct);
        var decided = db.ChangeTracker.Entries<DecidedMeasure>().Where(e => e.State != EntityState.Deleted && e.Entity.SubjectId == subject).Select(e => e.Entity).ToList();
        await subjects.Single(one => one.Kind == kind).PutAsync(db, subject, Holding(decided), ct);
    }

    /// <summary>What holds of all that was decided on one thing; null when nothing does.</summary>
    internal static Sanction? Holding(IReadOnlyCollection<DecidedMeasure> decided)
    {
        var replaced = decided.Select(m => m.InsteadOf).OfType<FileId>().ToHashSet();
        return Sanction.Strongest(decided.Where(m => !replaced.Contains(m.FileId)).Select(m => new Sanction(m.Outcome, m.DecidedOn, m.Until)));
    }
}
