using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Retention;

/// <summary>Removes the files whose period is over, all of one person together.</summary>
internal sealed class ForgetFiles(IDbContextFactory<WitaLiveDb> databases, RuleBook rules) : IForget
{
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var inForce = rules.On(today);
        List<DossierKey> old;
        await using (var db = await databases.CreateDbContextAsync(ct))
            old = await DossierReading.CandidatesAsync(db, today, inForce.Retention, ct);
        await Each.InTurnAsync(old, key => ForgetAsync(key, today, inForce, ct));
    }

    private async Task ForgetAsync(DossierKey key, DateOnly today, RulesInForce inForce, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (files, kept) = await DossierReading.ReadAsync(db, key, inForce, ct);
        if (files.Count == 0 || !kept.IsDue(today))
            return;
        if (!await FileRemoval.RemoveAsync(db, key, files, today, ct))
            return; // another run was first
        if (key.Person is { } person)
            await ForgetAccounts.ForgetAsync(db, person, today, inForce.Retention, hadFiles: true, ct);
        await transaction.CommitAsync(ct);
    }
}
