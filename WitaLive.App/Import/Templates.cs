using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Import;

/// <summary>Empty sheets to fill in, in the language of whoever asks, with an explanation of every column and an example.</summary>
public sealed class Templates(LegalComposition law)
{
    public IResult Members() => new SheetDownload($"{ImportTexts.Here("MembersFile")}.xlsx", WriteMembers);

    internal void WriteMembers(WorkbookWriter workbook)
    {
        var columns = new MemberSheet(law).Columns;
        using (workbook.AddSheet(new SheetLayout(ImportTexts.Here("MembersSheet"), [.. columns.Select(c => new Column(c.Name, c.Width)
        {
            Choices = c.Key == "PassiveLanguages" ? [] : c.Words?.Choices ?? [], // several may stand in that one
        })])))
        {
        }
        var seat = law.Seats[0];
        var language = Language.Current.Code;
        Dictionary<string, Cell> effective = new()
        {
            ["Section"] = Cell.Text(law.SectionName(seat.Section, language)),
            ["Group"] = Cell.Text(law.GroupName(seat.Group, language)),
            ["Seat"] = Cell.Whole(seat.Number),
            ["Chamber"] = Cell.Whole(1),
            ["ChamberRole"] = Cell.Text(ImportTexts.Here("Word_chair")),
            ["Capacity"] = Cell.Text(ImportTexts.Here("Word_effective")),
            ["GivenName"] = Cell.Text("Camille"),
            ["FamilyName"] = Cell.Text("Exemple"),
            ["Email"] = Cell.Text("camille.exemple@example.org"),
            ["Language"] = Cell.Text(ImportTexts.Here($"Word_{seat.Section}")),
            ["PassiveLanguages"] = Cell.Text($"{ImportTexts.Here("Word_nl")}, {ImportTexts.Here("Word_de")}"),
            ["From"] = Cell.Day(new(2026, 1, 1)),
            ["Until"] = Cell.Day(new(2029, 12, 31)),
        };
        Dictionary<string, Cell> president = new()
        {
            ["GivenName"] = Cell.Text("Dominique"),
            ["FamilyName"] = Cell.Text("Voorbeeld"),
            ["Email"] = Cell.Text("dominique.voorbeeld@example.org"),
            ["Language"] = Cell.Text(ImportTexts.Here("Word_nl")),
            ["From"] = Cell.Day(new(2026, 1, 1)),
            ["Office"] = Cell.Text(ImportTexts.Here("Word_president")),
        };
        Explain(workbook, columns, effective, president);
    }

    // The explanation has columns of its own names, so that the sheet to fill in is the only one that is read.
    private static void Explain(WorkbookWriter workbook, ImmutableArray<ImportColumn> columns, params ReadOnlySpan<Dictionary<string, Cell>> examples)
    {
        var layout = new SheetLayout(ImportTexts.Here("HelpSheet"),
        [
            new(ImportTexts.Here("HelpColumn"), 24),
            new(ImportTexts.Here("HelpMeaning"), 70, Wraps: true),
            new(ImportTexts.Here("HelpAllowed"), 50, Wraps: true),
            new(ImportTexts.Here("HelpExample"), 34),
            new(ImportTexts.Here("HelpOtherExample"), 34),
        ]);
        using var sheet = workbook.AddSheet(layout);
        foreach (var column in columns)
            sheet.Add(Cell.Strong(column.Name), Cell.Text(ImportTexts.Here($"Help_{column.Key}")), Cell.Text(string.Join(", ", column.Words?.Choices ?? [])),
                examples[0].GetValueOrDefault(column.Key), examples[1].GetValueOrDefault(column.Key));
    }
}
