using System.IO.Compression;
using System.Text.RegularExpressions;
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

    /// <summary>The same workbook with cells of its first sheet merged, as people do by hand.</summary>
    public static MemoryStream Merged(Stream workbook, string range)
    {
        var copy = new MemoryStream();
        workbook.CopyTo(copy);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.First(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(entry.Open()))
                xml = reader.ReadToEnd();
            var merged = Regex.Replace(xml, "</(?<prefix>[a-z]+:)?sheetData>", $$"""$0<${prefix}mergeCells count="1"><${prefix}mergeCell ref="{{range}}"/></${prefix}mergeCells>""");
            Assert.NotEqual(xml, merged);
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(entry.FullName).Open());
            writer.Write(merged);
        }
        copy.Position = 0;
        return copy;
    }

    public static ImmutableArray<Heading> Headings(params string[] names) => [.. names.Select(n => new Heading(n, true, [n]))];

    public static T Value<T>(this Result<T> result) => Assert.IsType<Result<T>.Ok>(result).Value;

    public static Refusal Why<T>(this Result<T> result) => Assert.IsType<Result<T>.Refused>(result).Why;

    public static List<SheetRow> Rows(Stream file, params string[] headings)
    {
        using var workbook = WorkbookReader.Open(file).Value();
        return [.. workbook.Find(Headings(headings)).Value().Rows().Select(r => r.Value())];
    }
}
