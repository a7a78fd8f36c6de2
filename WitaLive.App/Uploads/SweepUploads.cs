using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Uploads;

/// <summary>Removes halves whose sender has not gone on for the hours of data/rules/procedure.json, and the rows of what became whole long ago.</summary>
/// <remarks>May run twice, on two nodes at once, and break off at any line: first the row, asked anew, then its file; a file without a row goes in the next run.</remarks>
public sealed class SweepUploads(IDbContextFactory<WitaLiveDb> databases, UploadHalves halves, RuleBook rules, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = now.AddHours(-rules.On(now.DayInBrussels()).Procedure.Proofs.HoursToResume);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<Upload>().Where(u => u.TouchedAt < before).ExecuteDeleteAsync(ct);
        var known = await db.Set<Upload>().Where(u => u.DoneAt == null).Select(u => u.Id).ToListAsync(ct);
        foreach (var half in halves.OlderThan(before).Except(known))
            halves.Remove(half);
    }
}
