using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Import;

/// <summary>Puts the files of a sheet on the agendas of meetings that are planned: first to show what would change, then to change it.</summary>
public sealed class AgendaImport(IDbContextFactory<WitaLiveDb> databases, LegalComposition law, RuleBook rules, Names names, TimeProvider clock)
{
    public Task<Result<ImportPreview>> CheckAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        RunAsync(by, file, isToBeWritten: false, progress, ct);

    /// <summary>Reads the file anew, and stores all of it or nothing. Harmless when done twice, also at the same time.</summary>
    public Task<Result<ImportPreview>> CarryOutAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        Anew.UntilWrittenAsync(() => RunAsync(by, file, isToBeWritten: true, progress, ct), ct);

    private async Task<Result<ImportPreview>> RunAsync(
        ClaimsPrincipal by, Stream file, bool isToBeWritten, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (!ImportComposition.Allows(by))
            return new ImportNotAllowed();

        var now = clock.GetUtcNow();
        var inForce = rules.On(now.DayInBrussels());
        var agenda = new AgendaSheet(law, inForce, names);
        var problems = new List<CellProblem>();
        switch (SheetOfRows.Read(file, agenda.Columns, agenda.Read, problems, progress, ct))
        {
            case Result<SheetOfRows<AgendaRow>>.Refused(var why):
                return why;
            case Result<SheetOfRows<AgendaRow>>.Ok(var sheet):
                await using (var db = await databases.CreateDbContextAsync(ct))
                {
                    await new AgendaChanges(db, inForce, names, now, problems)
                        .ApplyAsync(sheet.Rows, done => progress?.Report(new(50 + (done * 49 / sheet.Rows.Count))), ct);
                    var preview = Preview(db, sheet, problems, isToBeWritten && problems.Count == 0);
                    if (preview.IsWritten)
                        await db.SaveChangesAsync(CancellationToken.None);
                    progress?.Report(new(100));
                    return preview;
                }
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ImportPreview Preview(WitaLiveDb db, SheetOfRows<AgendaRow> sheet, List<CellProblem> problems, bool isWritten)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false; // nothing changes any more; each look below would compare everything anew
        var fates = db.ChangeTracker.Entries<ApplicationFile>().ToDictionary(f => f.Entity.Number, f => f.State switch
        {
            EntityState.Added => "new",
            EntityState.Modified => "changed",
            _ => "unchanged",
        });
        var lines = db.ChangeTracker.Entries<AgendaLine>().ToList();
        return new(
            sheet.Total,
            [.. problems.OrderBy(p => p.Row)],
            [
                ("NewFiles", fates.Values.Count(f => f == "new")),
                ("ChangedFiles", fates.Values.Count(f => f == "changed")),
                ("NewLines", lines.Count(l => l.State == EntityState.Added)),
                ("ChangedLines", lines.Count(l => l.State == EntityState.Modified)),
                ("Meetings", db.ChangeTracker.Entries<PlannedMeeting>().Count(m => m.State == EntityState.Modified)),
            ],
            [.. sheet.Rows.Select(r => new PreviewLine(r.Row, $"{r.Number} · {r.Applicant}", PlaceOf(r), fates.GetValueOrDefault(r.Number, "new")))],
            isWritten) { Place = sheet.Place };
    }

    private string PlaceOf(AgendaRow row) =>
        $"{names.Of(row.Formation)} {(row.Section is null ? "" : $"{row.Chamber} ({row.Section.ToUpperInvariant()}) ")}· {row.Day.ToShortDay()}";
}
