using WitaLive.App.Spreadsheets;
using WitaLive.Domain;

namespace WitaLive.Tests.Spreadsheets;

/// <summary>Small workbooks to write and read back.</summary>
internal static class Sheets
{
    public static MemoryStream Written(Action<WorkbookWriter> write)
    {
        var file = new MemoryStream();
        using (var workbook = new WorkbookWriter(file))
            write(workbook);
        file.Position = 0;
        return file;
    }

    public static MemoryStream OneSheet(string[] headings, params Cell[][] rows) => Written(workbook =>
    {
        using var sheet = workbook.AddSheet(new SheetLayout("Data", [.. headings.Select(h => new Column(h))]));
        foreach (var row in rows)
            sheet.Add(row);
    });

    public static ImmutableArray<Heading> Headings(params string[] names) => [.. names.Select(n => new Heading(n, true, [n]))];

    public static T Value<T>(this Result<T> result) => Assert.IsType<Result<T>.Ok>(result).Value;

    public static Refusal Why<T>(this Result<T> result) => Assert.IsType<Result<T>.Refused>(result).Why;

    public static List<SheetRow> Rows(Stream file, params string[] headings)
    {
        using var workbook = WorkbookReader.Open(file).Value();
        return [.. workbook.Find(Headings(headings)).Value().Rows().Select(r => r.Value())];
    }
}
