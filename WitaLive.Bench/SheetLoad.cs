using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WitaLive.App.Spreadsheets;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace WitaLive.Bench;

/// <summary>Sheets of ten columns, as the app streams them and as the library's own tree of elements would be saved.</summary>
internal static class SheetLoad
{
    public const string Role = "sheets";

    private const int Columns = 10;
    private const int Times = 5;

    public static void Run(Figures figures, string directory)
    {
        var path = Path.Combine(directory, "sheet.xlsx");
        Stream(path, 1_000);
        // First, for the trees below teach the collector to let its youngest generation grow to their size.
        Million(figures, path, "streamed");
        Tree(path, 1_000);
        var (streamed, tree) = (Middle(() => Stream(path, 20_000)), Middle(() => Tree(path, 20_000)));
        figures.Add("20,000 rows × 10, streamed", Text(streamed.Elapsed), $"{streamed.Growth / 1e6:0} MB of growth; middle of {Times} runs");
        figures.Add("the same as a plain OpenXml tree (baseline)", Text(tree.Elapsed), FormattableString.Invariant($"{tree.Growth / 1e6:0} MB of growth; ratio {streamed.Elapsed / tree.Elapsed:0.00}"));
        Million(figures, path, "streamed again after the trees");
    }

    private static void Million(Figures figures, string path, string how)
    {
        var million = Measure(() => Stream(path, 1_000_000));
        figures.Add($"1,000,000 rows × 10, {how}", Text(million.Elapsed), $"{million.Growth / 1e6:0} MB of growth; {new FileInfo(path).Length / 1e6:0} MB of file");
    }

    private static string Text(TimeSpan time) => time.TotalSeconds < 2 ? FormattableString.Invariant($"{time.TotalMilliseconds:0} ms") : FormattableString.Invariant($"{time.TotalSeconds:0.0} s");

    private static (TimeSpan Elapsed, long Growth) Middle(Action write) => Enumerable.Range(0, Times).Select(_ => Measure(write)).OrderBy(m => m.Elapsed).ElementAt(Times / 2);

    // Growth: the most the process held while it wrote, above what it held before.
    private static (TimeSpan Elapsed, long Growth) Measure(Action write)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (before, most) = (Environment.WorkingSet, 0L);
        using var look = new Timer(_ => most = Math.Max(most, Environment.WorkingSet), null, 0, 50);
        var clock = Stopwatch.StartNew();
        write();
        var elapsed = clock.Elapsed;
        return (elapsed, Math.Max(Math.Max(most, Environment.WorkingSet) - before, 0));
    }

    private static void Stream(string path, int rows)
    {
        using var file = File.Create(path);
        using var workbook = new WorkbookWriter(file);
        using var sheet = workbook.AddSheet(new SheetLayout("Data", [.. Enumerable.Range(1, Columns).Select(n => new Column($"Column {n}", 16))]));
        var day = new DateOnly(2026, 1, 1);
        for (var row = 0; row < rows; row++)
            sheet.Add(
                Cell.Whole(row), Cell.Text(Name(row)), Cell.Text("Chambre restreinte 1 (FR)"), Cell.Day(day.AddDays(row % 365)), Cell.Number(row / 7m), Cell.Percentage(row % 100 / 100m),
                Cell.Text("=1+1"), Cell.Whole(row % 18), Cell.Text("Décidé"), Cell.Text("Attestation « plus »"));
    }

    private static void Tree(string path, int rows)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        var data = new X.SheetData();
        for (var row = 0; row < rows; row++)
            data.Append(new X.Row(Text(row.ToString(CultureInfo.InvariantCulture)), Text(Name(row)), Text("Chambre restreinte 1 (FR)"), Number(46_000 + (row % 365)), Number(row / 7m),
                Number(row % 100 / 100m), Text("=1+1"), Number(row % 18), Text("Décidé"), Text("Attestation « plus »")));
        part.Worksheet = new X.Worksheet(data);
        book.Workbook = new X.Workbook(new X.Sheets(new X.Sheet { Name = "Data", SheetId = 1, Id = book.GetIdOfPart(part) }));
        document.Save();

        static X.Cell Text(string text) => new() { DataType = X.CellValues.InlineString, InlineString = new X.InlineString(new X.Text(text)) };
        static X.Cell Number(decimal number) => new() { CellValue = new X.CellValue(number) };
    }

    private static string Name(int row) => string.Create(CultureInfo.InvariantCulture, $"Personne {row}");
}
