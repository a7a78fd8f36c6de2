using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Measures;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Retention;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Retention;

/// <summary>Whose files go together: those of a person; without an account, those against one thing; without either, one alone.</summary>
internal readonly record struct DossierKey(PersonId? Person, Guid? Subject, FileId? File)
{
    public static DossierKey Of(FileId file, PersonId? person, Guid? subject) => person is not null ? new(person, null, null) : subject is not null ? new(null, subject, null) : new(null, null, file);

    public IQueryable<ApplicationFile> In(IQueryable<ApplicationFile> files)
    {
        var (person, subject, file) = (Person, Subject, File);
        return person is not null ? files.Where(f => f.ApplicantId == person)
            : subject is not null ? files.Where(f => f.ApplicantId == null && f.SubjectId == subject)
            : files.Where(f => f.Id == file);
    }
}

/// <summary>Reads what the period of somebody's files depends on.</summary>
internal static class DossierReading
{
    private static readonly FileState[] s_ended = [FileState.Decided, FileState.Withdrawn, FileState.Cancelled];

    /// <summary>Those of which nothing has changed for so long that they may be due: the domain says whether they are.</summary>
    public static async Task<List<DossierKey>> CandidatesAsync(WitaLiveDb db, DateOnly today, RetentionRule rule, CancellationToken ct)
    {
        var since = today.AddYears(-Math.Min(rule.YearsAfterFile, rule.YearsAfterAttestation)).AddDays(1);
        var at = BrusselsTime.At(since, TimeOnly.MinValue);
        var old = await db.Set<ApplicationFile>().AsNoTracking()
            .Where(f => s_ended.Contains(f.State) && f.AtCourtSince == null && (f.ChangedAt == null || f.ChangedAt < at) && (f.SubmittedAt == null || f.SubmittedAt < at))
            .Where(f => !db.Set<Attestation>().Any(a => a.HolderId != null && a.HolderId == f.ApplicantId && a.Until >= since && a.Measure != MeasureRule.Annulment))
            .OrderBy(f => f.Number).Select(f => new { f.Id, f.ApplicantId, f.SubjectId }).ToListAsync(ct);
        return [.. old.Select(f => DossierKey.Of(f.Id, f.ApplicantId, f.SubjectId)).Distinct()];
    }

    /// <summary>All its files, and what keeps them.</summary>
    public static async Task<(List<ApplicationFile> Files, Kept Kept)> ReadAsync(WitaLiveDb db, DossierKey key, RulesInForce rules, CancellationToken ct)
    {
        var files = await key.In(db.Set<ApplicationFile>().AsNoTracking()).OrderBy(f => f.Number).ToListAsync(ct);
        var ids = files.ConvertAll(f => f.Id);
        var (person, subject) = (key.Person, key.Subject);
        var held = await db.Set<Attestation>().AsNoTracking().Where(a => (person != null && a.HolderId == person) || (subject != null && a.Id == subject) || (a.FileId != null && ids.Contains(a.FileId.Value)))
            .Select(a => new { a.Id, a.Until, a.Measure }).ToListAsync(ct);
        var things = held.Select(a => a.Id).Concat(files.Select(f => f.SubjectId).OfType<Guid>()).Distinct().ToList();
        var measures = await db.Set<DecidedMeasure>().AsNoTracking().Where(m => things.Contains(m.SubjectId) && (m.Outcome == MeasureRule.Suspension || m.Outcome == MeasureRule.Annulment)).ToListAsync(ct);
        // A measure against what they hold may be asked for where they have no account.
        var against = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.SubjectId != null && things.Contains(f.SubjectId.Value) && !ids.Contains(f.Id)).ToListAsync(ct);
        var records = ImmutableArray.CreateBuilder<FileOnRecord>();
        foreach (var file in files.Concat(against))
            records.Add(await OfAsync(db, file, rules, ct));
        var dossier = new Dossier(
            records.ToImmutable(), [.. held.Where(a => a.Measure != MeasureRule.Annulment).Select(a => a.Until)],
            [.. measures.Where(m => m.Until is not null || m.Outcome == MeasureRule.Suspension).Select(m => new MeasureOnRecord(m.Until))]);
        return (files, dossier.KeptBy(rules.Retention));
    }

    private static async Task<FileOnRecord> OfAsync(WitaLiveDb db, ApplicationFile file, RulesInForce rules, CancellationToken ct)
    {
        var (id, application) = (file.Id, await FileJournal.ReadAsync(db, file.Id, ct));
        var lastStep = await db.Set<ApplicationStep>().Where(s => s.FileId == id).OrderByDescending(s => s.Sequence).Select(s => (DateTimeOffset?)s.RecordedAt).FirstOrDefaultAsync(ct);
        var unsent = await db.Set<Ruling>().Where(r => r.FileId == id && r.SentAt == null && !db.Set<Ruling>().Any(newer => newer.ReplacesId == r.Id)).Select(r => new { r.SignedAt, r.ChangedAt }).ToListAsync(ct);
        var last = new[] { lastStep, file.ChangedAt, file.SubmittedAt }.Max();
        var isRunning = file.IsOpen || unsent.Exists(r => r.SignedAt is not null) || (application.Version > 0 && !application.IsFinished);
        return new(last?.DayInBrussels(), application.AppealUntil(rules.Procedure), isRunning, file.AtCourtSince is not null)
        {
            DraftedOn = unsent.Where(r => r.SignedAt is null).Max(r => (DateOnly?)r.ChangedAt.DayInBrussels()),
        };
    }
}
