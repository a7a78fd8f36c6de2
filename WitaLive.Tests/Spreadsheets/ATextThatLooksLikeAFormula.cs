using System.IO.Compression;
using System.Xml.Linq;
using WitaLive.App.Spreadsheets;

namespace WitaLive.Tests.Spreadsheets;

public class ATextThatLooksLikeAFormula
{
    private static readonly string[] s_payloads =
    [
        "=1+1", "=A1", "=SUM(A1:A9)", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "@cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://example.test\",\"x\")", "=WEBSERVICE(\"http://example.test\")", "=IMPORTXML(\"http://example.test\",\"//a\")",
        "=DDE(\"cmd\";\"/C calc\";\"x\")", "=INDIRECT(\"A1\")", "=NOW()", "=1/0", "==1", "=-1", "+=1", "-=1", "@=1", "\t=1+1", "\r=1+1", "\n=1+1",
        " =1+1", "  +1", "\u00A0=1", "\u200B=1", "\uFEFF=1", "\0=1+1", "\u0001=1+1", "\u001F-1+1", "\"=1+1\"", "\"=1+1", "'=1+1", "''=1+1", "'+1", "\t", "\tx",
        "\r\nx=1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "=\n1+1", "-", "=", "@", "+32 2 555 00 00", "-5", "=TRUE()", "{=1+1}", "_x003D_1+1",
        "=_x0031_", "<f>1+1</f>", "]]><f>1</f>", "&#61;1+1", "=\"a\"&\"b\"", "=1;=2",
    ];

    [Fact]
    public void Is_stored_as_text_and_read_back_as_it_was()
    {
        using var file = Written();

        var read = Sheets.Rows(file, "n", "Payload").ToDictionary(r => r["n"].AsWhole() ?? -1, r => r["Payload"].Text);

        Assert.Empty(Formulas(file));
        foreach (var (n, payload) in s_payloads.Index())
            Assert.Equal(Plain(payload), read[n]);
    }

    [Fact]
    public void Stays_text_when_its_cell_is_edited()
    {
        using var file = Written();
        using var archive = new ZipArchive(file);
        var quoted = Part(archive, "xl/styles.xml").Descendants().Single(e => e.Name.LocalName == "cellXfs").Elements()
            .Select(e => e.Attribute("quotePrefix")?.Value is "1" or "true").ToArray();
        var cells = Part(archive, "xl/worksheets/sheet1.xml").Descendants().Where(e => e.Name.LocalName == "c" && e.Attribute("t")?.Value == "inlineStr");

        Assert.All(cells.Where(c => "=+-@\t'".Contains(c.Value[0])), c => Assert.True(quoted[(int)c.Attribute("s")!], c.Value));
        Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("hyperlink", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("external", StringComparison.OrdinalIgnoreCase));
    }

    [FactNeeding(Need.LibreOffice)]
    public void Is_not_live_after_another_program_saved_it_as_comma_separated_text()
    {
        using var file = Written();

        var csv = LibreOffice.Sheets(file).Single().Value;
        using var opened = LibreOffice.FromCsv(csv);

        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(LibreOffice.Fields(csv).SelectMany(line => line), CellText.IsLive);
        Assert.Empty(Formulas(opened));
    }

    [FactNeeding(Need.LibreOffice)]
    public void Would_be_live_without_its_guard()
    {
        using var opened = LibreOffice.FromCsv("=1+1\n");

        Assert.NotEmpty(Formulas(opened));
    }

    private static MemoryStream Written() => Sheets.OneSheet(["n", "Payload"], [.. s_payloads.Select((p, n) => new[] { Cell.Whole(n), Cell.Text(p) })]);

    private static string Plain(string payload) =>
        new([.. payload.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Where(c => c is '\n' or '\t' || !char.IsControl(c))]);

    private static List<XElement> Formulas(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return [.. archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal))
            .SelectMany(e => Part(archive, e.FullName).Descendants().Where(x => x.Name.LocalName is "f" or "hyperlink"))];
    }

    private static XDocument Part(ZipArchive archive, string path)
    {
        using var stream = archive.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }
}
