using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Figures;

namespace WitaLive.App.Files;

/// <summary>Makes the days that figures count for files of before such days were kept.</summary>
/// <remarks>May run twice, on two nodes at once, and break off at any line: a file has one row at most, and the run whose row is refused goes on the next time.</remarks>
public sealed class KeepDays(IDbContextFactory<WitaLiveDb> databases) : ISweep
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var missing = await db.Set<ApplicationFile>().AsNoTracking()
                .Where(f => f.ApplicantId != null || f.SubjectId != null || f.State == FileState.Decided)
                .Where(f => !db.Set<DaysOfFile>().Any(d => d.FileId == f.Id))
                .OrderBy(f => f.Number).Take(Batch).ToListAsync(ct);
            foreach (var file in missing)
                db.Add(DaysOfFile.Of(file, file.IsKept ? FileDays.Of(await FileJournal.EventsAsync(db, file.Id, ct)) : Imported(file)));
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

    // Of a file that only meetings know, the row is all there is.
    private static FileDays Imported(ApplicationFile file) => file is { ChangedAt: { } at, LastMeetingId: { } meeting }
        ? new FileDays().Concluded(new(meeting, ChamberAnswer.Decided, file.Outcome, null) { At = at, On = at.DayInBrussels() }) : new();
}
