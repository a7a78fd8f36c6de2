using WitaLive.App.Spreadsheets;
using WitaLive.Domain;

namespace WitaLive.App.Import;

/// <summary>The rows of a sheet that could be read.</summary>
/// <param name="Total">All rows, those with problems included.</param>
/// <param name="Place">What readers call it.</param>
internal sealed record SheetOfRows<TRow>(int Total, IReadOnlyList<TRow> Rows, SheetPlace Place);

internal static class SheetOfRows
{
    /// <summary>Finds the sheet and reads every row of it, counting the first half of the work.</summary>
    /// <param name="takesText">A .csv will do as well as an .xlsx.</param>
    public static Result<SheetOfRows<TRow>> Read<TRow>(
        Stream file, ImmutableArray<ImportColumn> columns, Func<SheetRow, List<CellProblem>, TRow?> read, List<CellProblem> problems,
        IProgress<ImportProgress>? progress, CancellationToken ct, bool takesText = false) where TRow : class
    {
        file.Position = 0;
        if (takesText && CsvReader.IsText(file))
        {
            return CsvReader.Find(file, [.. columns.Select(c => c.Heading)]) switch
            {
                Result<SheetReader>.Ok(var text) => Rows(text, PlaceOf(text, columns), read, problems, progress, ct),
                Result<SheetReader>.Refused(var why) => why,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        switch (WorkbookReader.Open(file))
        {
            case Result<WorkbookReader>.Refused(var why):
                return why;
            case Result<WorkbookReader>.Ok(var workbook):
                using (workbook)
                {
                    return workbook.Find([.. columns.Select(c => c.Heading)]) switch
                    {
                        Result<SheetReader>.Ok(var sheet) => Rows(sheet, PlaceOf(sheet, columns), read, problems, progress, ct),
                        Result<SheetReader>.Refused(var why) => why,
                        _ => throw new System.Diagnostics.UnreachableException(),
                    };
                }
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Result<SheetOfRows<TRow>> Rows<TRow>(
        SheetReader sheet, SheetPlace place, Func<SheetRow, List<CellProblem>, TRow?> read, List<CellProblem> problems, IProgress<ImportProgress>? progress,
        CancellationToken ct) where TRow : class
    {
        var total = sheet.Rows().Count(); // a first look, so that the second can say how far it is
        var rows = new List<TRow>(total);
        var seen = 0;
        foreach (var row in sheet.Rows())
        {
            ct.ThrowIfCancellationRequested();
            if (row is Result<SheetRow>.Refused(var why))
                return why;
            if (row is Result<SheetRow>.Ok(var found) && read(found, problems) is { } good)
                rows.Add(good);
            progress?.Report(new(++seen * 50 / total));
        }
        return new SheetOfRows<TRow>(total, rows, place);
    }

    private static SheetPlace PlaceOf(SheetReader sheet, ImmutableArray<ImportColumn> columns) => new(
        sheet.Name,
        columns.Select(c => (c.Heading.Key, Letters: sheet.LettersOf(c.Heading.Key))).Where(c => c.Letters is not null).ToImmutableDictionary(c => c.Key, c => c.Letters!));
}
