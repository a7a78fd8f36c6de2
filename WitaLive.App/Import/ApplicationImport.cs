using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Import;

/// <summary>Takes applications over from a sheet: first to show each faulty cell, then all of them, or only those without a fault.</summary>
public sealed class ApplicationImport(IDbContextFactory<WitaLiveDb> databases, LegalComposition law, ApplicationWriting writing, JobBell bell, TimeProvider clock)
{
    public Task<Result<ImportPreview>> CheckAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        RunAsync(by, file, Taking.Nothing, progress, ct);

    /// <summary>Reads the file anew, and stores all of it or nothing. What is in already is refused the second time, for its applicant has an open application.</summary>
    public Task<Result<ImportPreview>> CarryOutAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        Anew.UntilWrittenAsync(() => RunAsync(by, file, Taking.All, progress, ct), ct);

    /// <summary>The same with the applications that have no fault; those that have one are left out whole.</summary>
    public Task<Result<ImportPreview>> CarryOutSoundAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        Anew.UntilWrittenAsync(() => RunAsync(by, file, Taking.Sound, progress, ct), ct);

    private enum Taking
    {
        Nothing,
        All,
        Sound,
    }

    private async Task<Result<ImportPreview>> RunAsync(ClaimsPrincipal by, Stream file, Taking taking, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (!ImportComposition.Allows(by) || SignedInPerson.Of(by) is not { Id: var me })
            return new ImportNotAllowed();
        var (layout, problems) = (new ApplicationSheet(law, clock.GetUtcNow().DayInBrussels()), new List<CellProblem>());
        var read = SheetOfRows.Read(file, layout.Columns, layout.Read, problems, progress, ct, takesText: true);
        if (read is Result<SheetOfRows<ApplicationRow>>.Refused(var why))
            return why;
        var sheet = ((Result<SheetOfRows<ApplicationRow>>.Ok)read).Value;

        var applications = ImportedApplication.Of(sheet.Rows, problems);
        await using var db = await databases.CreateDbContextAsync(ct);
        // A mere look holds nobody up: on SQLite a transaction is the one that writes.
        await using var transaction = taking == Taking.Nothing ? null : await db.Database.BeginTransactionAsync(ct);
        // The number before everything else: whoever sends one in after this takes it, and all is looked at anew.
        var number = await writing.NextAsync(db, ct);
        var (seen, named) = (FirstRows(applications), NamesOf(applications));
        var known = await writing.KnownAsync(db, named, ct);
        var sound = applications.Where(one => IsAdmissible(one, known, me, problems, seen) && IsNamedAlike(one, named, problems) && one.IsSound).ToList();
        var isWritten = sound.Count > 0 && (taking == Taking.Sound || (taking == Taking.All && problems.Count == 0));
        if (isWritten)
        {
            await writing.WriteAsync(db, sound, (known, number), me, done => progress?.Report(new(50 + (done * 49 / sound.Count))), ct);
            await transaction!.CommitAsync(CancellationToken.None);
            bell.Ring<SendDueMail>();
        }
        progress?.Report(new(100));
        return Preview(sheet, sound, known, problems, isWritten);
    }

    // By address, the row of the first application that can be taken: a person has one open application.
    private static Dictionary<string, int> FirstRows(List<ImportedApplication> applications) => applications.Where(a => a.IsSound).GroupBy(a => a.Who.Email).ToDictionary(of => of.Key, of => of.Min(a => a.Row));

    // By address, the names that stand with it in the sheet, each once.
    private static Dictionary<string, List<string>> NamesOf(List<ImportedApplication> applications) =>
        applications.GroupBy(a => a.Who.Email).ToDictionary(of => of.Key, of => of.Select(a => a.Name).DistinctBy(SearchText.Fold).ToList());

    private static bool IsNamedAlike(ImportedApplication one, Dictionary<string, List<string>> named, List<CellProblem> problems)
    {
        if (named[one.Who.Email].Find(name => SearchText.Fold(name) != SearchText.Fold(one.Name)) is not { } other)
            return true;
        problems.Add(new(one.Row, "Email", one.Who.Email, "NameInSheet", [other]));
        return false;
    }

    private bool IsAdmissible(ImportedApplication one, Dictionary<string, KnownApplicant> known, PersonId me, List<CellProblem> problems, Dictionary<string, int> seen)
    {
        var before = known.GetValueOrDefault(one.Who.Email);
        var command = before?.Command ?? new([], 0, HasOpen: false);
        if (before is { Person: { IsOutside: true } person } && SearchText.Fold(person.FullName) != SearchText.Fold(one.Name))
        {
            problems.Add(new(one.Row, "Email", one.Who.Email, "KnownAs", [person.FullName]));
            return false;
        }
        Refusal? why = before is { Person.IsOutside: false } ? new ImportNotAllowed()
            : writing.Decide(command with { HasOpen = command.HasOpen || seen.GetValueOrDefault(one.Who.Email, one.Row) != one.Row }, me) is Result<ImmutableArray<ApplicationEvent>>.Refused(var refusal) ? refusal : null;
        if (why is null)
            return true;
        problems.Add(new(one.Row, "Email", one.Who.Email, why switch
        {
            ImportNotAllowed => "OfTheCommission",
            AnotherApplicationIsOpen => "AnotherOpen",
            _ => why.Key,
        }, why.Gaps));
        return false;
    }

    private static ImportPreview Preview(
        SheetOfRows<ApplicationRow> sheet, List<ImportedApplication> sound, Dictionary<string, KnownApplicant> known, List<CellProblem> problems, bool isWritten) => new(
        sheet.Total,
        [.. problems.OrderBy(p => p.Row)],
        [
            ("NewFiles", sound.Count),
            ("Activities", sound.Sum(one => one.Profile.Activities.Length)),
            ("Incomes", sound.Sum(one => one.Profile.Incomes.Length)),
            ("NewPersons", sound.Count(one => known.GetValueOrDefault(one.Who.Email)?.Person is null)),
        ],
        [.. sound.Select(one => new PreviewLine(one.Row, $"{one.Reference} · {one.Name}", $"{one.Profile.Activities.Length} + {one.Profile.Incomes.Length}", "new"))],
        isWritten) { Place = sheet.Place, Sound = problems.Count > 0 && !isWritten ? sound.Count : 0 };
}
