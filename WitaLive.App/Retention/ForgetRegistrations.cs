using Microsoft.EntityFrameworkCore;
using WitaLive.App.Amateurs;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.Domain.Retention;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Retention;

/// <summary>Removes registrations of amateurs, and of who engages them, that the secretariat recorded and no account goes with. Whoever still uses one is recorded anew.</summary>
internal sealed class ForgetRegistrations(IDbContextFactory<WitaLiveDb> databases, RuleBook rules) : IForget
{
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var rule = rules.On(today).Retention;
        var latest = today.AddYears(-rule.YearsOfRegistration);
        await using var db = await databases.CreateDbContextAsync(ct);
        // Nobody wrote down when those of before were recorded: they count from the first look on.
        await db.Set<AmateurRegistration>().Where(r => r.PersonId == null && r.RecordedOn == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.RecordedOn, today), ct);
        var old = await db.Set<AmateurRegistration>().AsNoTracking().Where(r => r.PersonId == null && r.RecordedOn < latest).ToListAsync(ct);
        var due = old.Where(r => Kept.OfRegistration(r.RecordedOn!.Value, r.Sanction is { } held ? new MeasureOnRecord(held.Until) : null, rule).IsDue(today));
        await Each.InTurnAsync(due, registration => ForgetAsync(registration.Id, today, ct));
    }

    private async Task ForgetAsync(Guid id, DateOnly today, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Asked in the act itself: a measure against it may be asked for at this very moment.
        var gone = await db.Set<AmateurRegistration>().Where(r => r.Id == id && !db.Set<ApplicationFile>().Any(f => f.SubjectId == r.Id)).ExecuteDeleteAsync(ct);
        await Removal.AddAsync(db, today, RemovedKind.Registrations, gone, ct);
        await transaction.CommitAsync(ct);
    }
}
