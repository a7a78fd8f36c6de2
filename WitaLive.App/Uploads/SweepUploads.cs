using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Profiles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Uploads;

/// <summary>Removes halves whose sender has not gone on for the hours of data/rules/procedure.json, papers of answers that were not sent for its days, and the rows of what became whole long ago.</summary>
/// <remarks>May run twice, on two nodes at once, and break off at any line: first the row, asked anew, then its file; a file without a row goes in the next run.</remarks>
public sealed class SweepUploads(IDbContextFactory<WitaLiveDb> databases, UploadHalves halves, ProofDesk proofs, RuleBook rules, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var room = rules.On(now.DayInBrussels()).Procedure.Proofs;
        var (before, unsent) = (now.AddHours(-room.HoursToResume), now.AddDays(-room.DaysToSend));
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<Upload>().Where(u => u.TouchedAt < before && (u.Kind != UploadKind.Answer || u.DoneAt == null)).ExecuteDeleteAsync(ct);
        await Each.InTurnAsync(await db.Set<Upload>().AsNoTracking().Where(u => u.Kind == UploadKind.Answer && u.DoneAt < unsent).ToListAsync(ct), async waited =>
        {
            await proofs.ForgetUnsentAsync(waited.OwnerId, new(waited.Id), ct);
            await db.Set<Upload>().Where(u => u.Id == waited.Id).ExecuteDeleteAsync(ct);
        });
        var known = await db.Set<Upload>().Where(u => u.DoneAt == null).Select(u => u.Id).ToListAsync(ct);
        foreach (var half in halves.OlderThan(before).Except(known))
            halves.Remove(half);
    }
}
