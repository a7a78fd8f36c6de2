using System.IO.Compression;
using System.Text;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;

namespace WitaLive.Tests.Spreadsheets;

public class ReadingASheet
{
    private static readonly Heading s_name = new("name", true, ["Nom", "Naam", "Name", "Family name"]);
    private static readonly Heading s_first = new("first", true, ["Prénom", "Voornaam", "Vorname", "Given name"]);
    private static readonly Heading s_mail = new("mail", false, ["E-mail"]);

    [Theory]
    [InlineData("NOM", "prenom *"), InlineData("Naam", " Voornaam "), InlineData("Vorname", "Name"), InlineData("given_name", "family-name")]
    public void Finds_columns_in_any_order_case_and_language(string one, string other)
    {
        using var file = Sheets.OneSheet(["x", one, other], [Cell.Text("1"), Cell.Text("2"), Cell.Text("3")]);
        using var workbook = WorkbookReader.Open(file).Value();

        var sheet = workbook.Find([s_name, s_first, s_mail]).Value();

        var row = Assert.Single(sheet.Rows()).Value();
        Assert.Equal(["2", "3"], new[] { row["name"].Text, row["first"].Text }.Order());
        Assert.False(sheet.Has("mail"));
        Assert.True(row["mail"].IsEmpty);
    }

    [Fact]
    public void Finds_the_sheet_and_the_row_of_the_headings()
    {
        using var file = Sheets.Written(workbook =>
        {
            workbook.AddSheet(new SheetLayout("Help", [new("Read me")])).Dispose();
            using var sheet = workbook.AddSheet(new SheetLayout("Members", [new(""), new("")]));
            sheet.Add(Cell.Strong("Members of 2026"));
            sheet.Add();
            sheet.Add(Cell.Text("Nom"), Cell.Text("Prénom"));
            sheet.Add(Cell.Text("Peeters"), Cell.Text("An"));
        });
        using var workbook = WorkbookReader.Open(file).Value();

        var sheet = workbook.Find([s_name, s_first]).Value();

        Assert.Equal("Members", sheet.Name);
        Assert.Equal((4, "An"), (sheet.Rows().Single().Value().Number, sheet.Rows().Single().Value()["first"].Text));
    }

    [Fact]
    public void Names_the_column_that_is_missing()
    {
        using var file = Sheets.OneSheet(["Nom"], [Cell.Text("Peeters")]);
        using var workbook = WorkbookReader.Open(file).Value();

        Assert.Equal(new ColumnMissing("Data", "Prénom"), workbook.Find([s_name, s_first]).Why());
        Assert.Equal(new WrongSheet("E-mail"), workbook.Find([s_mail with { IsRequired = true }]).Why());
    }

    [Fact]
    public void Names_the_column_that_stands_there_twice()
    {
        using var file = Sheets.OneSheet(["Nom", "Naam", "Prénom"], [Cell.Text("a"), Cell.Text("b"), Cell.Text("c")]);
        using var workbook = WorkbookReader.Open(file).Value();

        Assert.Equal(new ColumnTwice("Data", "Nom"), workbook.Find([s_name, s_first]).Why());
    }

    [Fact]
    public void Takes_the_stored_result_of_a_formula_as_text()
    {
        using var file = Raw("""<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3" t="str"><f>"a"</f><v>a</v></c></row>""");

        Assert.Equal(["2", "a"], Sheets.Rows(file, "Nom").Select(r => r["Nom"].Text));
    }

    [Fact]
    public void Reads_rich_and_shared_texts_booleans_and_numbers()
    {
        using var file = Raw(
            """<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row><row><c t="b"><v>1</v></c></row><row><c><v>0.30000000000000004</v></c></row><row/><row><c><v>1E3</v></c></row>""",
            """<si><t>Nom</t></si><si><r><t>An </t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><t xml:space="preserve">Peeters</t></r></si>""");

        Assert.Equal(["An Peeters", "true", "0.3", "1000"], Sheets.Rows(file, "Nom").Select(r => r["Nom"].Text));
    }

    [Fact]
    public void Stops_at_the_row_that_is_one_too_many()
    {
        using var file = Sheets.OneSheet(["Nom"], [.. Enumerable.Range(1, 6).Select(n => new[] { Cell.Whole(n) })]);
        using var workbook = WorkbookReader.Open(file, new ReadLimits(Rows: 5)).Value();

        var rows = workbook.Find(Sheets.Headings("Nom")).Value().Rows().ToList();

        Assert.Equal(6, rows.Count);
        Assert.Equal(new TooManyRows(5), rows[^1].Why());
    }

    [Fact]
    public void Refuses_what_unfolds_too_far()
    {
        using var file = Raw($"""<row><c t="inlineStr"><is><t>{new string('a', 3_000_000)}</t></is></c></row>""");

        Assert.Equal(new SpreadsheetSwollen(), WorkbookReader.Open(file, new ReadLimits(Unfolded: 2_000_000)).Why());
        Assert.Equal(new SpreadsheetSwollen(), WorkbookReader.Open(file, new ReadLimits(Parts: 3)).Why());
        Assert.Equal(new SpreadsheetTooLarge(0), WorkbookReader.Open(file, new ReadLimits(File: 100)).Why());
    }

    [Theory]
    [InlineData("<is><t>", "</t></is>"), InlineData("<is><t><![CDATA[a]]>", "</t></is>"), InlineData("<v>", "</v>")]
    public void Refuses_a_cell_that_unfolds_beyond_what_a_cell_can_hold(string before, string after)
    {
        var kind = before[1] == 'v' ? "str" : "inlineStr";
        using var file = Raw($"""<row><c t="inlineStr"><is><t>Nom</t></is></c></row><row><c t="{kind}">{before}{new string('a', 300_000)}{after}</c></row>""");
        using var workbook = WorkbookReader.Open(file).Value();

        Assert.Equal(new SpreadsheetSwollen(), workbook.Find(Sheets.Headings("Nom")).Why());
    }

    [Fact]
    public void Takes_no_memory_for_a_cell_that_never_ends()
    {
        using var file = Raw($"""<row><c t="inlineStr"><is><t>Nom</t></is></c></row><row><c t="str"><v>{string.Concat(Enumerable.Repeat("<![CDATA[aaaaaaaaaa]]>", 500_000))}</v></c></row>""");
        using var workbook = WorkbookReader.Open(file).Value();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(new SpreadsheetSwollen(), workbook.Find(Sheets.Headings("Nom")).Why());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Is_not_deceived_by_a_part_that_states_a_smaller_length_than_it_has()
    {
        using var file = Raw($"""<row><c t="inlineStr"><is><t>Nom</t></is></c></row><row><c t="inlineStr"><is><t>{new string('a', 3_000_000)}</t></is></c></row>""");
        var bytes = file.ToArray();
        for (var i = 0; i < bytes.Length - 46; i++) // the length in each entry of the archive's directory
        {
            if (bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8) && BitConverter.ToUInt32(bytes, i + 24) > 1_000_000)
                BitConverter.TryWriteBytes(bytes.AsSpan(i + 24), 1_000u);
        }
        using var lying = new MemoryStream(bytes);
        using var workbook = WorkbookReader.Open(lying).Value();

        Assert.Equal(new NotASpreadsheet(), workbook.Find(Sheets.Headings("Nom")) switch
        {
            Result<SheetReader>.Refused(var why) => why,
            Result<SheetReader>.Ok(var sheet) => sheet.Rows().Last().Why(),
            _ => null,
        });
    }

    public static TheoryData<byte[], Type> Damaged => new()
    {
        { [], typeof(SpreadsheetEmpty) },
        { "Nom;Prénom\nPeeters;An"u8.ToArray(), typeof(NotASpreadsheet) },
        { "PK"u8.ToArray(), typeof(NotASpreadsheet) },
        { [.. "PK\u0003\u0004"u8, .. new byte[200]], typeof(NotASpreadsheet) },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], typeof(OldSpreadsheet) },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], typeof(SpreadsheetEncrypted) },
        { Archive(), typeof(NotASpreadsheet) },
        { Archive(("word/document.xml", "<x/>")), typeof(NotASpreadsheet) },
        { Archive(("_rels/.rels", "<Relationships")), typeof(NotASpreadsheet) },
        { Archive(("_rels/.rels", Link("officeDocument", "xl/workbook.xml"))), typeof(NotASpreadsheet) },
        { Archive(("_rels/.rels", Link("officeDocument", "xl/workbook.xml")), ("xl/workbook.xml", "<workbook/>")), typeof(NotASpreadsheet) },
        { Archive(("_rels/.rels", Link("officeDocument", "xl/workbook.xml")), ("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook>&b;</workbook>")), typeof(NotASpreadsheet) },
        { Raw("<row>").ToArray(), typeof(NotASpreadsheet) },
        { Raw("""<row><c t="s"><v>7</v></c></row>""").ToArray(), typeof(NotASpreadsheet) },
        { Raw("""<row><c r="ZZZZZZZZZZ1"><v>7</v></c></row>""").ToArray(), typeof(NotASpreadsheet) },
        { Raw("").ToArray(), typeof(WrongSheet) },
        { Raw("""<row><c t="inlineStr"><is><t>Nom</t></is></c></row>""").ToArray(), typeof(SpreadsheetEmpty) },
        { Sheets.OneSheet(["Nom"], [Cell.Text("x")]).ToArray()[..^200], typeof(NotASpreadsheet) },
    };

    [Theory, MemberData(nameof(Damaged))]
    public void Says_what_is_wrong_with_a_file_that_cannot_be_read(byte[] bytes, Type refusal)
    {
        using var file = new MemoryStream(bytes);

        Assert.IsType(refusal, WhyNot(file));
    }

    [Fact]
    public void Never_throws_whatever_byte_is_changed()
    {
        var whole = Sheets.OneSheet(["Nom", "Jour"], [Cell.Text("x"), Cell.Day(new(2026, 1, 1))]).ToArray();
        var random = new Random(20261122);
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = whole.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var file = new MemoryStream(bytes);
            WhyNot(file);
        }
    }

    private static Refusal? WhyNot(Stream file)
    {
        switch (WorkbookReader.Open(file))
        {
            case Result<WorkbookReader>.Refused(var why):
                return why;
            case Result<WorkbookReader>.Ok(var workbook):
                using (workbook)
                {
                    return workbook.Find(Sheets.Headings("Nom")) switch
                    {
                        Result<SheetReader>.Ok(var sheet) => sheet.Rows().OfType<Result<SheetRow>.Refused>().LastOrDefault()?.Why,
                        var refused => refused.Why(),
                    };
                }
            default:
                return null;
        }
    }

    private static MemoryStream Raw(string rows, string shared = "") => new(Archive(
        ("_rels/.rels", Link("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", """<workbook xmlns:r="urn:r"><sheets><sheet name="One" sheetId="1" r:id="r"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Link("worksheet", "worksheets/sheet1.xml", Link("sharedStrings", "/xl/sharedStrings.xml", "", "s"))),
        ("xl/sharedStrings.xml", $"<sst>{shared}</sst>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>")));

    private static string Link(string kind, string target, string more = "", string key = "r") =>
        $"""<Relationships>{(more.Length > 0 ? more[(more.IndexOf('>') + 1)..more.LastIndexOf('<')] : "")}<Relationship Id="{key}" Type="http://x/{kind}" Target="{target}"/></Relationships>""";

    private static byte[] Archive(params (string Path, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in parts)
            {
                using var part = archive.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return file.ToArray();
    }
}
