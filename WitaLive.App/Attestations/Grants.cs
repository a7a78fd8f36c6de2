using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Attestations;

/// <summary>Makes the attestation with the conclusion that grants it, in the same transaction; takes it back when the conclusion is undone.</summary>
internal sealed class Grants(RuleBook rules) : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            if (happened is ItemConcluded { Kind: ConclusionKind.Decided, Outcome: { } outcome } decided && after.ItemOf(decided.Item)?.Planned.File is { } granted)
                await GrantAsync(db, granted, outcome, decided.At.DayInBrussels(), ct);
            else if (happened is ConclusionUndone undone && after.ItemOf(undone.Item)?.Planned.File is { } file)
                await TakeBackAsync(db, file, ct);
        }
    }

    private async Task GrantAsync(WitaLiveDb db, FileId id, string type, DateOnly decidedOn, CancellationToken ct)
    {
        if (!rules.On(decidedOn).Thresholds.ValidityInYears.TryGetValue(type, out var years) || await db.Set<ApplicationFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } file)
            return;
        var holder = file.ApplicantId;
        // The one that runs longest, as the rows of this transaction have it.
        var running = holder is null ? null : (await db.Set<Attestation>().Where(a => a.HolderId == holder && a.FileId != id && a.Until >= decidedOn).ToListAsync(ct))
            .Where(a => db.Entry(a).State != EntityState.Deleted && a.From <= decidedOn).MaxBy(a => a.Until);
        var (validity, oldEnds) = Validity.Grant(type, decidedOn, years, running is null ? null : (running.Type, running.Validity));
        if (running is not null && oldEnds is { } last)
            (running.UntilBefore, running.Until) = (running.Until, last < running.From ? running.From : last);
        db.Add(new Attestation
        {
            Id = Guid.CreateVersion7(), FileId = id, HolderId = holder, Holder = file.Applicant, Type = type, DecidedOn = decidedOn, From = validity.From, Until = validity.Until,
        });
    }

    private static async Task TakeBackAsync(WitaLiveDb db, FileId id, CancellationToken ct)
    {
        var unsaved = db.ChangeTracker.Entries<Attestation>().Where(e => e.State == EntityState.Added && e.Entity.FileId == id).Select(e => e.Entity).FirstOrDefault();
        if ((unsaved ?? await db.Set<Attestation>().FirstOrDefaultAsync(a => a.FileId == id, ct)) is not { } granted)
            return;
        db.Remove(granted);
        var (holder, replacedOn) = (granted.HolderId, granted.From.AddDays(-1));
        if (holder is not null && await db.Set<Attestation>().FirstOrDefaultAsync(a => a.HolderId == holder && a.UntilBefore != null && (a.Until == replacedOn || a.From == granted.From), ct) is { } old)
            (old.Until, old.UntilBefore) = (old.UntilBefore!.Value, null);
    }
}
