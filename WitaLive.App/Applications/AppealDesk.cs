using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Applications;

/// <summary>Files an internal appeal: a file of its own that rests on what was sent in the first time, with what is new.</summary>
public sealed class AppealDesk(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, RuleBook rules, JobBell bell, TimeProvider clock)
{
    /// <returns>The appeal, or why not; then nothing was written.</returns>
    public async Task<Result<FileId>> AppealAsync(ClaimsPrincipal who, FileId against, string element, ImmutableArray<Proof> proofs, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        // The number may be taken at the same moment, or the same appeal come in from another window.
        return await Anew.UntilWrittenAsync<Result<FileId>>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == against && f.ApplicantId == me, ct) is not { } first)
                return new NoSuchFile();
            var sent = await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == against, ct); // nothing was sent in with a request for a measure
            var file = await NewFileAsync(db, first, ct);
            // Against a decision that the chair can still take back there is nothing to say yet.
            var told = await FileJournal.ToldAsync(db, first, rules.On(clock.GetUtcNow().DayInBrussels()), clock.GetUtcNow(), ct);
            var command = new FileAppeal(
                against, told.Aggregate(new Domain.Applications.Application(), (state, happened) => state.Apply(happened)), await db.Set<ApplicationFile>().AnyAsync(f => f.AppealOfId == against, ct), element, proofs);
            if (await journal.AddAsync(db, file, command, me, ct) is Result<Domain.Applications.Application>.Refused(var why))
                return why;
            db.Add(file);
            if (sent is not null)
                db.Add(new FileSnapshot { FileId = file.Id, Payload = sent.Payload });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return file.Id;
        }, ct);
    }

    private async Task<ApplicationFile> NewFileAsync(WitaLiveDb db, ApplicationFile first, CancellationToken ct) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Number = await FileNumbers.NextAsync(db, FileNumbers.Appeal, clock.GetUtcNow().DayInBrussels(), ct),
        Kind = first.IsMeasure ? first.Kind : FileKind.Appeal,
        Applicant = first.Applicant,
        ApplicantId = first.ApplicantId,
        Language = first.Language,
        Domain = first.Domain,
        ManagerId = first.ManagerId,
        AppealOfId = first.Id,
        SubjectId = first.SubjectId,
    };
}
