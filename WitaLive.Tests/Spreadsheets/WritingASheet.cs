using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using WitaLive.App.Spreadsheets;

namespace WitaLive.Tests.Spreadsheets;

public class WritingASheet
{
    [Fact]
    public void Gives_a_file_without_any_fault_of_form()
    {
        using var file = Everything();
        using var document = SpreadsheetDocument.Open(file, false);

        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(f => $"{f.Path?.XPath}: {f.Description}");

        Assert.Empty(faults);
    }

    [Fact]
    public void Keeps_every_kind_of_value()
    {
        using var file = Everything();

        var row = Assert.Single(Sheets.Rows(file, "Text", "Whole"));

        using var workbook = WorkbookReader.Open(file).Value();
        var read = workbook.Find(Sheets.Headings("Text", "Whole", "Number", "Day", "Time", "Instant", "Share", "Fraction")).Value().Rows().Single().Value();
        Assert.Equal("Zoë  \n«été»", row["Text"].Text);
        Assert.Equal(42, row["Whole"].AsWhole());
        Assert.Equal("1234.5", read["Number"].Text);
        Assert.Equal(new DateOnly(2026, 11, 22), read["Day"].AsDay());
        Assert.Equal("14:05", read["Time"].Text);
        Assert.Equal("2026-07-01 14:00:00", read["Instant"].Text); // noon UTC in summer
        Assert.Equal("0.5999", read["Share"].Text);
        Assert.Equal("5/9", read["Fraction"].Text);
    }

    [Fact]
    public void Makes_names_valid_and_unique()
    {
        using var file = Sheets.Written(workbook =>
        {
            foreach (var name in new[] { "Ballots: 1/2", "ballots 1 2", "", "History", "'quoted'", new string('x', 40), new string('X', 40) })
                workbook.AddSheet(new SheetLayout(name, [new("A")])).Dispose();
        });

        using var read = WorkbookReader.Open(file).Value();
        Assert.Equal(
            $"Ballots 1 2|ballots 1 2 (2)|Sheet|History (2)|quoted|{new string('x', 31)}|{new string('X', 27)} (2)",
            string.Join('|', read.Sheets));
    }

    [Theory]
    [InlineData("a\0b\u0001c", "abc")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("not_x0041_escaped", "not_x0041_escaped")]
    [InlineData("😀 <b>&amp;</b>", "😀 <b>&amp;</b>")]
    [InlineData("\uFFFE\uFFFFx", "x")]
    public void Stores_only_characters_that_a_file_may_hold(string text, string read)
    {
        using var file = Sheets.OneSheet(["A"], [Cell.Text(text)]);

        Assert.Equal(read, Sheets.Rows(file, "A").Single()["A"].Text);
    }

    [Fact]
    public void Replaces_half_of_a_character()
    {
        using var file = Sheets.OneSheet(["A"], [Cell.Text("half \uD83D of one")]);

        Assert.Equal("half \uFFFD of one", Sheets.Rows(file, "A").Single()["A"].Text);
    }

    [Fact]
    public void Cuts_a_text_that_no_cell_can_hold_and_shows_the_cut()
    {
        using var file = Sheets.OneSheet(["A"], [Cell.Text(string.Concat(Enumerable.Repeat("😀", 20_000)))]);

        var text = Sheets.Rows(file, "A").Single()["A"].Text;
        Assert.InRange(text.Length, CellText.Longest - 1, CellText.Longest);
        Assert.EndsWith("😀 […]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Freezes_the_headings_filters_and_fits_the_page()
    {
        using var file = Everything();
        using var archive = new ZipArchive(file);
        var sheet = Xml(archive, "xl/worksheets/sheet1.xml");
        var names = Xml(archive, "xl/workbook.xml").Descendants().Where(e => e.Name.LocalName == "definedName" && e.Attribute("localSheetId")!.Value == "0").ToDictionary(e => e.Attribute("name")!.Value, e => e.Value);

        Assert.Equal("frozen", sheet.Descendants().Single(e => e.Name.LocalName == "pane").Attribute("state")!.Value);
        Assert.Equal("A1:H2", sheet.Descendants().Single(e => e.Name.LocalName == "autoFilter").Attribute("ref")!.Value);
        Assert.Equal("landscape", sheet.Descendants().Single(e => e.Name.LocalName == "pageSetup").Attribute("orientation")!.Value);
        Assert.Equal("'L''été'!$1:$1", names["_xlnm.Print_Titles"]);
        Assert.Equal("'L''été'!$A$1:$H$2", names["_xlnm.Print_Area"]);
    }

    [Fact]
    public void Prints_what_is_too_wide_for_one_page_on_several_with_its_first_column_again()
    {
        using var file = Sheets.Written(workbook => workbook.AddSheet(new SheetLayout("Wide", [.. Enumerable.Range(1, 20).Select(n => new Column($"Column {n}", 20))])).Dispose());
        using var archive = new ZipArchive(file);

        Assert.Equal("2", Xml(archive, "xl/worksheets/sheet1.xml").Descendants().Single(e => e.Name.LocalName == "pageSetup").Attribute("fitToWidth")!.Value);
        Assert.Equal("'Wide'!$A:$A,'Wide'!$1:$1", Xml(archive, "xl/workbook.xml").Descendants().Single(e => e.Attribute("name")?.Value == "_xlnm.Print_Titles").Value);
    }

    [Fact]
    public void Gives_a_row_the_height_of_its_longest_wrapped_text()
    {
        using var file = Sheets.Written(workbook =>
        {
            using var sheet = workbook.AddSheet(new SheetLayout("Long", [new("Subject", 20), new("Content", 40, Wraps: true)]));
            sheet.Add(Cell.Text("short"), Cell.Text("one line"));
            sheet.Add(Cell.Text(new('x', 200)), Cell.Text("a text without wrapping beside it makes no line"));
            sheet.Add(Cell.Empty, Cell.Text(string.Join(' ', Enumerable.Repeat("eleven here", 12))));
            sheet.Add(Cell.Empty, Cell.Text(new('x', 32_000)));
        });
        using var archive = new ZipArchive(file);

        var rows = Xml(archive, "xl/worksheets/sheet1.xml").Descendants().Where(e => e.Name.LocalName == "row").Select(row => (row.Attribute("ht")?.Value, row.Attribute("customHeight")?.Value));
        Assert.Equal([(null, null), (null, null), ("30", "1"), ("60", "1"), ("409", "1")], rows);
    }

    [Theory]
    [InlineData("", 1), InlineData("one line", 1), InlineData("one\ntwo", 2), InlineData("\n\n", 3), InlineData("twelve signs", 2), InlineData("a bc def ghi", 2), InlineData("abcdefghijklmnopqrst", 2)]
    [InlineData("a bcdefghijk", 2), InlineData("漢字漢字漢字", 2), InlineData("ABCDEFGH", 2), InlineData("well-being is", 2)]
    public void Reckons_lines_word_by_word(string text, int lines) => Assert.Equal(lines, WrappedText.Lines(text, 11));

    internal static MemoryStream Everything() => Sheets.Written(workbook =>
    {
        using (var sheet = workbook.AddSheet(new SheetLayout("L'été",
            [new("Text", 30, Wraps: true) { Choices = ["one", "\"two\""] }, new("Whole"), new("Number"), new("Day"), new("Time"), new("Instant"), new("Share"), new("Fraction")])
            { Title = "Fish & chips" }))
        {
            sheet.Add(Cell.Text("Zoë  \n«été»"), Cell.Whole(42), Cell.Number(1234.5m), Cell.Day(new(2026, 11, 22)), Cell.Time(new(14, 5)),
                Cell.Instant(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)), Cell.Percentage(0.59999m), Cell.Fraction(5, 9));
        }
        using var second = workbook.AddSheet(new SheetLayout("Meeting", [new("", 25), new("", 60)]) { IsLandscape = false });
        second.Add(Cell.Strong("Chair"), Cell.Text("=A1"));
    });

    private static XDocument Xml(ZipArchive archive, string part)
    {
        using var stream = archive.GetEntry(part)!.Open();
        return XDocument.Load(stream);
    }
}
