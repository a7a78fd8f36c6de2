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
public sealed class Grants(RuleBook rules) : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            if (happened is ItemConcluded { Kind: ConclusionKind.Decided, Outcome: { } outcome } decided && after.ItemOf(decided.Item)?.Planned.File is { } granted)
                await GrantAsync(db, granted, outcome, decided.At.DayInBrussels(), decided.At + after.Plan!.UndoFor, ct);
            else if (happened is ConclusionUndone undone && after.ItemOf(undone.Item)?.Planned.File is { } file)
                await TakeBackAsync(db, file, ct);
            else if (happened is MeetingClosed or MeetingAdjourned)
                await StandAsync(db, after, ct);
        }
    }

    // Of a meeting that is over nothing is undone any more.
    private static async Task StandAsync(WitaLiveDb db, Meeting after, CancellationToken ct)
    {
        var files = after.Items.Select(item => item.Planned.File).OfType<FileId>().Select(id => (FileId?)id).ToList();
        foreach (var granted in await db.Set<Attestation>().Where(a => files.Contains(a.FileId) && a.StandsAt != null).ToListAsync(ct))
            granted.StandsAt = null;
    }

    /// <summary>Grants what a judgment says in place of what was granted before it; where it grants nothing, that was never granted. The caller saves.</summary>
    /// <remarks>Whoever holds the paper of before has its code checked afterwards too: it is known, and worth nothing any more.</remarks>
    internal async Task ReplaceAsync(WitaLiveDb db, FileId file, string outcome, DateOnly judgedOn, CancellationToken ct)
    {
        var before = await db.Set<Attestation>().FirstOrDefaultAsync(a => a.FileId == file, ct);
        if (before is not null && !rules.On(judgedOn).Thresholds.ValidityInYears.ContainsKey(outcome))
        {
            await AttestationSanctions.PutOnAsync(db, before, new Sanction(MeasureRule.Annulment, judgedOn, null), ct);
            return;
        }
        await TakeBackAsync(db, file, ct);
        await GrantAsync(db, file, outcome, judgedOn, null, ct, before);
    }

    // In whose place it comes, when a judgment replaced one that was granted on the same file.
    private async Task GrantAsync(WitaLiveDb db, FileId id, string type, DateOnly decidedOn, DateTimeOffset? standsAt, CancellationToken ct, Attestation? replaced = null)
    {
        var inForce = rules.On(decidedOn);
        if (!inForce.Thresholds.ValidityInYears.TryGetValue(type, out var years) || await db.Set<ApplicationFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } file)
            return;
        var before = await BeforeAsync(db, file, decidedOn, ct);
        var (validity, oldEnds) = Validity.Grant(type, decidedOn, years, inForce.Procedure.Renewal, before?.Held, await FiledOnAsync(db, file, ct));
        if (before is not null && oldEnds is { } last)
            (before.UntilBefore, before.Until) = (before.Until, last < before.From ? before.From : last);
        foreach (var waiting in await WaitingAsync(db, file, decidedOn, ct))
            (waiting.UntilBefore, waiting.Until) = (waiting.Until, decidedOn.AddDays(-1));
        var granted = new Attestation
        {
            Id = Guid.CreateVersion7(), FileId = id, Number = file.Number, Code = CheckCode.New(), HolderId = file.ApplicantId, Holder = file.Applicant,
            Type = type, DecidedOn = decidedOn, From = validity.From, Until = validity.Until, PreviousId = before?.Id, StandsAt = standsAt,
        };
        // Who died before the decision, or while the chair could take an earlier one back, holds it as one who died.
        if (file.ApplicantId is { } applicant && await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == applicant, ct) is { DiedOn: not null } dead)
            granted.NoteDeath(dead.DiedOn, dead.DeathNotedBy, dead.DeathNotedAt);
        else if (replaced is { DiedOn: not null }) // without an account, it stands with the attestation alone
            granted.NoteDeath(replaced.DiedOn, replaced.DeathNotedBy, replaced.DeathNotedAt);
        if (replaced is { Code.Length: > 0 })
            db.Add(new FormerCode { Code = replaced.Code, FileId = id });
        db.Add(granted);
    }

    // The one that runs, or ran last, as the rows of this transaction have it.
    private static async Task<Attestation?> BeforeAsync(WitaLiveDb db, ApplicationFile file, DateOnly decidedOn, CancellationToken ct)
    {
        if (file.ApplicantId is not { } holder)
            return null;
        var (id, all) = (file.Id, db.Set<Attestation>().Where(a => a.HolderId == holder && a.From <= decidedOn));
        return (await all.Where(a => a.FileId != id).ToListAsync(ct)).Where(a => db.Entry(a).State != EntityState.Deleted && a.Measure != MeasureRule.Annulment).MaxBy(a => a.Until);
    }

    // An ordinary one that waits for the end of a better one: it never begins, for the newer one replaces it at once (royal decree, art. 15 § 2).
    private static async Task<List<Attestation>> WaitingAsync(WitaLiveDb db, ApplicationFile file, DateOnly decidedOn, CancellationToken ct)
    {
        if (file.ApplicantId is not { } holder)
            return [];
        var id = file.Id;
        return [.. (await db.Set<Attestation>().Where(a => a.HolderId == holder && a.FileId != id && a.From > decidedOn).ToListAsync(ct))
            .Where(a => db.Entry(a).State != EntityState.Deleted && a.Measure != MeasureRule.Annulment && a.Until >= a.From)];
    }

    /// <summary>Those that waited when this one was granted, and never began because of it, or would not have.</summary>
    internal static async Task<List<Attestation>> KeptFromBeginningAsync(WitaLiveDb db, Attestation granted, CancellationToken ct)
    {
        var (holder, decided, ended) = (granted.HolderId, granted.DecidedOn, granted.DecidedOn.AddDays(-1));
        return holder is null ? [] : await db.Set<Attestation>()
            .Where(a => a.HolderId == holder && a.From > decided && a.UntilBefore != null && (a.Until == ended || a.Until == a.UntilBefore)).ToListAsync(ct);
    }

    // What is granted on appeal was asked for when the application came in.
    private static async Task<DateOnly?> FiledOnAsync(WitaLiveDb db, ApplicationFile file, CancellationToken ct) =>
        (file.AppealOfId is { } first ? await db.Set<ApplicationFile>().Where(f => f.Id == first).Select(f => f.SubmittedAt).SingleOrDefaultAsync(ct) : file.SubmittedAt)?.DayInBrussels();

    private static async Task TakeBackAsync(WitaLiveDb db, FileId id, CancellationToken ct)
    {
        var unsaved = db.ChangeTracker.Entries<Attestation>().Where(e => e.State == EntityState.Added && e.Entity.FileId == id).Select(e => e.Entity).FirstOrDefault();
        if ((unsaved ?? await db.Set<Attestation>().FirstOrDefaultAsync(a => a.FileId == id, ct)) is not { } granted)
            return;
        db.Remove(granted);
        if (granted.PreviousId is { } previous && await db.Set<Attestation>().FirstOrDefaultAsync(a => a.Id == previous, ct) is { UntilBefore: { } last } old)
            (old.Until, old.UntilBefore) = (last, null);
        foreach (var waiting in await KeptFromBeginningAsync(db, granted, ct))
            (waiting.Until, waiting.UntilBefore) = (waiting.UntilBefore!.Value, null);
    }
}
