using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>Takes the members of the Commission over from a sheet: first to show what would change, then to change it.</summary>
public sealed class MemberImport(IDbContextFactory<WitaLiveDb> databases, LegalComposition law)
{
    /// <summary>Reads and checks the file; writes nothing.</summary>
    public Task<Result<ImportPreview>> CheckAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        RunAsync(by, file, isToBeWritten: false, progress, ct);

    /// <summary>Reads the file anew, and stores all of it or nothing. Harmless when done twice, also at the same time.</summary>
    /// <returns>What was changed; with problems in it, nothing was.</returns>
    public Task<Result<ImportPreview>> CarryOutAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        Anew.UntilWrittenAsync(() => RunAsync(by, file, isToBeWritten: true, progress, ct), ct);

    private async Task<Result<ImportPreview>> RunAsync(
        ClaimsPrincipal by, Stream file, bool isToBeWritten, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (!ImportComposition.Allows(by))
            return new ImportNotAllowed();

        var problems = new List<CellProblem>();
        var members = new MemberSheet(law);
        switch (SheetOfRows.Read(file, members.Columns, members.Read, problems, progress, ct))
        {
            case Result<SheetOfRows<MemberRow>>.Refused(var why):
                return why;
            case Result<SheetOfRows<MemberRow>>.Ok(var sheet):
                await using (var db = await databases.CreateDbContextAsync(ct))
                {
                    await new MemberChanges(db, law, problems, Policies.Allow(by, Policies.Administrator)).ApplyAsync(sheet.Rows, done => progress?.Report(new(50 + (done * 49 / sheet.Rows.Count))), ct);
                    var preview = Preview(db, sheet, problems, isToBeWritten && problems.Count == 0);
                    if (preview.IsWritten)
                        await db.SaveChangesAsync(CancellationToken.None); // one transaction; once begun it is not left half-way
                    progress?.Report(new(100));
                    return preview;
                }
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ImportPreview Preview(WitaLiveDb db, SheetOfRows<MemberRow> sheet, List<CellProblem> problems, bool isWritten)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false; // nothing changes any more; each look below would compare everything anew
        var fates = db.ChangeTracker.Entries<Person>().ToDictionary(p => p.Entity.Email, p => p.State switch
        {
            EntityState.Added => "new",
            EntityState.Modified => "changed",
            _ => "unchanged",
        });
        return new(
            sheet.Total,
            [.. problems.OrderBy(p => p.Row)],
            [
                ("NewPersons", fates.Values.Count(f => f == "new")),
                ("ChangedPersons", fates.Values.Count(f => f == "changed")),
                ("NewMandates", db.ChangeTracker.Entries<Mandate>().Count(m => m.State == EntityState.Added)),
                ("EndedMandates", db.ChangeTracker.Entries<Mandate>().Count(m => m.State == EntityState.Modified)),
                ("ChangedChambers", db.ChangeTracker.Entries<Chamber>().Count(c => c.State == EntityState.Modified
                    || c.Collections.Any(places => places.IsModified))),
                ("NewOffices", db.ChangeTracker.Entries<Office>().Count(o => o.State == EntityState.Added)
                    + db.ChangeTracker.Entries<IdentityUserRole<Guid>>().Count(r => r.State == EntityState.Added)),
            ],
            [.. sheet.Rows.Select(r => new PreviewLine(r.Row, $"{r.GivenName} {r.FamilyName}", PlaceOf(r), fates[r.Email]))],
            isWritten) { Place = sheet.Place };
    }

    private string PlaceOf(MemberRow row) => row.Seat?.InWords(law) ?? ImportTexts.Here($"Word_{row.Office}");
}
