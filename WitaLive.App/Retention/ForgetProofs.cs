using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.Domain.Retention;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Retention;

/// <summary>Removes the names of holders from the register, when the proof that there was an attestation need be kept no longer. That it was granted is still counted.</summary>
internal sealed class ForgetProofs(IDbContextFactory<WitaLiveDb> databases, RuleBook rules) : IForget
{
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var rule = rules.On(today).Retention;
        var (died, ended) = (today.AddYears(-rule.YearsAfterDeath).AddDays(1), today.AddYears(-rule.YearsOfProof).AddDays(1));
        await using var db = await databases.CreateDbContextAsync(ct);
        var old = await db.Set<Attestation>().AsNoTracking().Where(a => a.DiedOn < died || (a.DiedOn == null && a.Until < ended))
            .Where(a => a.FileId == null || !db.Set<ApplicationFile>().Any(f => f.Id == a.FileId)).Select(a => new { a.Id, a.Until, a.DiedOn }).ToListAsync(ct);
        await Each.InTurnAsync(old.Where(a => Kept.OfProof(a.Until, a.DiedOn, rule).IsDue(today)), a => ForgetAsync(a.Id, today, ct));
    }

    private async Task ForgetAsync(Guid id, DateOnly today, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Set<FormerCode>().Where(f => db.Set<Attestation>().Any(a => a.Id == id && a.FileId == f.FileId)).ExecuteDeleteAsync(ct);
        var gone = await db.Set<Attestation>().Where(a => a.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.ForgottenOn, today)
            .SetProperty(a => a.Holder, "")
            .SetProperty(a => a.Address, (string?)null)
            .SetProperty(a => a.Searched, "")
            .SetProperty(a => a.Number, "")
            .SetProperty(a => a.Code, "")
            .SetProperty(a => a.DiedOn, (DateOnly?)null), ct);
        await Removal.AddAsync(db, today, RemovedKind.Proofs, gone, ct);
        await transaction.CommitAsync(ct);
    }
}
