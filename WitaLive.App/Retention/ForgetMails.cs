using Microsoft.EntityFrameworkCore;
using WitaLive.App.Bounces;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Retention;

/// <summary>Removes mails that have gone, were taken back or given up so long ago, and reports of mail that came back.</summary>
internal sealed class ForgetMails(IDbContextFactory<WitaLiveDb> databases, BounceSettings bounces, RuleBook rules) : IForget
{
    private const int Batch = 500;

    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var before = BrusselsTime.At(today.AddMonths(-rules.On(today).Retention.MonthsOfMail), TimeOnly.MinValue);
        while (await RemoveAsync(today, before, ct) == Batch)
            ct.ThrowIfCancellationRequested();
        if (bounces.Directory is { } directory && Path.Combine(directory, "read") is var read && Directory.Exists(read))
        {
            foreach (var file in new DirectoryInfo(read).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
                file.Delete();
        }
    }

    private async Task<int> RemoveAsync(DateOnly today, DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var over = db.Set<OutgoingMail>().Where(m => m.DueAt < before && (m.SentAt != null || m.CancelledAt != null || m.FailedAt != null)).OrderBy(m => m.Id).Take(Batch);
        var count = await Mails.RemoveAsync(db, over, ct);
        await Removal.AddAsync(db, today, RemovedKind.Mails, count, ct);
        await transaction.CommitAsync(ct);
        return count;
    }
}
