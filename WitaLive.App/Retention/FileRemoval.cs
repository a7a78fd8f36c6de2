using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Messages;
using WitaLive.App.Precedents;
using WitaLive.App.Preparing;
using WitaLive.App.Profiles;
using WitaLive.App.Rulings;
using WitaLive.Domain;

namespace WitaLive.App.Retention;

/// <summary>Removes the files of one dossier, within the transaction of the caller: what people wrote and sent goes, what is counted stays without them.</summary>
internal static class FileRemoval
{
    /// <returns>False when another run removed them meanwhile; the caller then gives up its transaction.</returns>
    public static async Task<bool> RemoveAsync(WitaLiveDb db, DossierKey key, List<ApplicationFile> files, DateOnly today, CancellationToken ct)
    {
        var ids = files.ConvertAll(f => f.Id);
        var names = files.Select(f => f.Applicant);
        if (key.Person is { } person && await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, ct) is { } known)
            names = [.. names, known.FullName, $"{known.FamilyName} {known.GivenName}"];
        await MeetingWords.RemoveAsync(db, files, new(ids.ToHashSet(), [.. names.Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length)]), ct);
        await KeepReasonsAsync(db, ids, ct);
        await RemoveRulingsAsync(db, ids, ct);
        if (key.Person is { } owner)
            await RemoveProofsAsync(db, owner, ids, ct);
        await db.Set<ApplicationStep>().Where(s => ids.Contains(s.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<FileSnapshot>().Where(s => ids.Contains(s.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<FileNote>().Where(n => ids.Contains(n.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<FileMessage>().Where(m => ids.Contains(m.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<FileOpening>().Where(o => ids.Contains(o.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<FilePreparation>().Where(p => ids.Contains(p.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<MemberQuestion>().Where(q => ids.Contains(q.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<AttestationReminder>().Where(r => db.Set<Attestation>().Any(a => a.Id == r.AttestationId && a.FileId != null && ids.Contains(a.FileId.Value))).ExecuteDeleteAsync(ct);
        await PastDecisions.RemoveWordsAsync(db, ids, ct);
        var gone = 0;
        foreach (var file in files)
            gone += await CountOnlyAsync(db, file, await IsPartOfAnAttestationAsync(db, file, ct), today, ct);
        await Removal.AddAsync(db, today, RemovedKind.Files, gone, ct);
        return gone == files.Count;
    }

    // The figures of refusals count the reasons of decisions.
    private static async Task KeepReasonsAsync(WitaLiveDb db, List<FileId> ids, CancellationToken ct)
    {
        var last = (await db.Set<Ruling>().AsNoTracking().Where(r => ids.Contains(r.FileId)).ToListAsync(ct)).GroupBy(r => r.FileId).Select(of => of.MaxBy(r => r.Number)!);
        foreach (var ruling in last.Where(r => !r.Text.Reasons.IsDefaultOrEmpty))
        {
            var (file, reasons) = (ruling.FileId, string.Join(' ', ruling.Text.Reasons));
            await db.Set<DaysOfFile>().Where(d => d.FileId == file).ExecuteUpdateAsync(set => set.SetProperty(d => d.Reasons, reasons), ct);
        }
    }

    private static async Task RemoveRulingsAsync(WitaLiveDb db, List<FileId> ids, CancellationToken ct)
    {
        var rulings = db.Set<Ruling>().Where(r => ids.Contains(r.FileId));
        foreach (var ruling in await rulings.Select(r => new { r.Id, r.PaperId, r.SentAt }).ToListAsync(ct))
        {
            if (ruling.PaperId is { } paper)
                db.Add(new DoomedFile { Id = paper, Kind = DoomedKind.Paper });
            if (ruling.SentAt is not null)
                db.Add(new DoomedFile { Id = ruling.Id, Kind = DoomedKind.Letter });
        }
        await db.SaveChangesAsync(ct);
        await db.Set<RulingDelivery>().Where(d => ids.Contains(d.FileId)).ExecuteDeleteAsync(ct);
        await db.Set<RulingFinding>().Where(f => rulings.Any(r => r.Id == f.RulingId)).ExecuteDeleteAsync(ct);
        await rulings.ExecuteDeleteAsync(ct);
    }

    // What belongs to these files alone: the profile of somebody who still comes is theirs.
    private static async Task RemoveProofsAsync(WitaLiveDb db, PersonId owner, List<FileId> ids, CancellationToken ct)
    {
        var mine = db.Set<ApplicationFile>().Where(f => f.ApplicantId == owner).Select(f => f.Id);
        var written = await db.Set<FileSnapshot>().AsNoTracking().Where(s => mine.Contains(s.FileId)).Select(s => new { s.FileId, s.Payload })
            .Concat(db.Set<ApplicationStep>().Where(s => mine.Contains(s.FileId)).Select(s => new { s.FileId, s.Payload })).ToListAsync(ct);
        var profile = await db.Set<StoredProfile>().AsNoTracking().Where(p => p.PersonId == owner).Select(p => p.Payload).SingleOrDefaultAsync(ct) ?? "";
        foreach (var proof in await db.Set<StoredProof>().Where(p => p.PersonId == owner).ToListAsync(ct))
        {
            var id = proof.Id.Value.ToString();
            var places = written.FindAll(one => one.Payload.Contains(id, StringComparison.OrdinalIgnoreCase));
            if (places.Count == 0 || places.Exists(place => !ids.Contains(place.FileId)) || profile.Contains(id, StringComparison.OrdinalIgnoreCase))
                continue;
            db.Add(new DoomedFile { Id = proof.Id.Value, Kind = DoomedKind.Paper });
            db.Remove(proof);
        }
        await db.SaveChangesAsync(ct);
    }

    // That a renewal kept an attestation in effect is part of what the register says of that attestation, and is counted with it.
    private static async Task<bool> IsPartOfAnAttestationAsync(WitaLiveDb db, ApplicationFile file, CancellationToken ct)
    {
        var (id, holder) = (file.Id, file.ApplicantId);
        return holder is not null && await db.Set<DaysOfFile>().Where(d => d.FileId == id).AnyAsync(d => db.Set<Attestation>().Any(a => a.HolderId == holder && a.Until >= d.ReceivedOn && (d.EndedOn == null || a.Until < d.EndedOn)), ct);
    }

    // What is left is counted. Nobody stands behind it: each has a stranger of its own for its applicant.
    private static Task<int> CountOnlyAsync(WitaLiveDb db, ApplicationFile file, bool isPartOfAnAttestation, DateOnly today, CancellationToken ct)
    {
        var (id, number) = (file.Id, SearchText.Fold(file.Number));
        PersonId? stranger = file.ApplicantId is null || isPartOfAnAttestation ? file.ApplicantId : new(Guid.NewGuid());
        return db.Set<ApplicationFile>().Where(f => f.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(f => f.ForgottenOn, today)
            .SetProperty(f => f.Applicant, "")
            .SetProperty(f => f.Searched, number)
            .SetProperty(f => f.ApplicantId, stranger)
            .SetProperty(f => f.ManagerId, (PersonId?)null)
            .SetProperty(f => f.LastMeetingId, (MeetingId?)null)
            .SetProperty(f => f.AgendaMeetingId, (MeetingId?)null), ct);
    }
}
