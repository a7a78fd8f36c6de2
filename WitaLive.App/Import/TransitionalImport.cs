using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>
/// Enters into the register who has an attestation by the law: an old visa became an ordinary one, an artist's status a plus. Their holders had nothing to do,
/// and no file of theirs is here.
/// </summary>
public sealed class TransitionalImport(IDbContextFactory<WitaLiveDb> databases, Names names)
{
    private const int InARow = 500;

    /// <summary>Reads and checks the file; writes nothing.</summary>
    public Task<Result<ImportPreview>> CheckAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        RunAsync(by, file, isToBeWritten: false, progress, ct);

    /// <summary>Reads the file anew, and stores all of it or nothing. What is in already is refused the second time, for its number is.</summary>
    public Task<Result<ImportPreview>> CarryOutAsync(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        Anew.UntilWrittenAsync(() => RunAsync(by, file, isToBeWritten: true, progress, ct), ct);

    private async Task<Result<ImportPreview>> RunAsync(ClaimsPrincipal by, Stream file, bool isToBeWritten, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (!ImportComposition.Allows(by))
            return new ImportNotAllowed();
        var (layout, problems) = (new TransitionalSheet(), new List<CellProblem>());
        var read = SheetOfRows.Read(file, layout.Columns, layout.Read, problems, progress, ct, takesText: true);
        if (read is Result<SheetOfRows<TransitionalRow>>.Refused(var why))
            return why;
        var sheet = ((Result<SheetOfRows<TransitionalRow>>.Ok)read).Value;

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = isToBeWritten ? await db.Database.BeginTransactionAsync(ct) : null;
        await FindTwiceAsync(db, sheet.Rows, problems, ct);
        var isWritten = isToBeWritten && problems.Count == 0 && sheet.Rows.Count > 0;
        if (isWritten)
        {
            await ManyRows.AddAsync(db, await AttestationsAsync(db, sheet.Rows, ct), ct);
            await transaction!.CommitAsync(CancellationToken.None);
        }
        progress?.Report(new(100));
        var faulty = problems.Select(p => p.Row).ToHashSet();
        var sound = sheet.Rows.Where(row => !faulty.Contains(row.Row)).ToList();
        return new ImportPreview(
            sheet.Total, [.. problems.OrderBy(p => p.Row)], [("NewAttestations", sound.Count)],
            [.. sound.Select(row => new PreviewLine(row.Row, $"{row.Number} · {row.Holder}", $"{names.Of($"outcome.{row.Type}")}, {row.Validity.Until.ToShortDay()}", "new"))], isWritten) { Place = sheet.Place };
    }

    private static async Task FindTwiceAsync(WitaLiveDb db, IReadOnlyList<TransitionalRow> rows, List<CellProblem> problems, CancellationToken ct)
    {
        foreach (var twice in rows.GroupBy(row => row.Number).SelectMany(same => same.Skip(1)))
            problems.Add(new(twice.Row, "Number", twice.Number, "NumberTwice", []));
        foreach (var some in rows.Chunk(InARow))
        {
            var wanted = some.Select(row => row.Number).ToList();
            var known = (await db.Set<Attestation>().Where(a => wanted.Contains(a.Number)).Select(a => a.Number).ToListAsync(ct)).ToHashSet();
            problems.AddRange(some.Where(row => known.Contains(row.Number)).Select(row => new CellProblem(row.Row, "Number", row.Number, "NumberKnown", [])));
        }
    }

    private static async Task<List<Attestation>> AttestationsAsync(WitaLiveDb db, IReadOnlyList<TransitionalRow> rows, CancellationToken ct)
    {
        var made = new List<Attestation>(rows.Count);
        foreach (var some in rows.Chunk(InARow))
        {
            var known = await HolderLinks.OfAddressesAsync(db, [.. some.Select(row => row.Email).OfType<string>().Distinct()], ct);
            Person? OfIt(TransitionalRow row) => row.Email is { } address && known.TryGetValue(address, out var person) && HolderLinks.IsNamed(person.FullName, row.Holder) ? person : null;
            made.AddRange(some.Select(row => new Attestation
            {
                Id = Guid.CreateVersion7(), FileId = null, Number = row.Number, Code = CheckCode.New(), Holder = row.Holder, Type = row.Type,
                HolderId = OfIt(row)?.Id, Address = OfIt(row) is null ? row.Email : null,
                DecidedOn = row.Validity.From, From = row.Validity.From, Until = row.Validity.Until,
            }));
        }
        return made;
    }
}
