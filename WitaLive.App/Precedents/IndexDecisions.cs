using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Search;

namespace WitaLive.App.Precedents;

/// <summary>Adds decisions of before past decisions were kept, and tells anew those in whose place a judgment came.</summary>
/// <remarks>May run twice, on two nodes at once, and break off at any line: a file has one row at most, and the run whose row is refused goes on the next time.</remarks>
public sealed class IndexDecisions(IDbContextFactory<WitaLiveDb> databases) : ISweep
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        await ForgetReplacedAsync(ct);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var missing = await db.Set<ApplicationFile>().AsNoTracking()
                .Where(f => f.ApplicantId != null && f.SubjectId == null && f.State == FileState.Decided && f.Outcome != null && db.Set<FileSnapshot>().Any(s => s.FileId == f.Id) && !db.Set<PastDecision>().Any(d => d.FileId == f.Id))
                .OrderBy(f => f.Number).Take(Batch).ToListAsync(ct);
            foreach (var file in missing)
            {
                var application = await FileJournal.ReadAsync(db, file.Id, ct);
                await PastDecisions.AddAsync(db, file.Id, file.Outcome!, application.DecidedOn ?? file.ChangedAt!.Value.DayInBrussels(), application.Marks, ct);
            }
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException) when (!ct.IsCancellationRequested)
            {
                return; // another node is at it
            }
            if (missing.Count < Batch)
                return;
        }
    }

    private async Task ForgetReplacedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<PastDecision>().Where(d => db.Set<ApplicationFile>().Any(f => f.Id == d.FileId && f.Outcome != d.Outcome)).ExecuteDeleteAsync(ct);
    }
}
