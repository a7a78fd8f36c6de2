using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Import;

/// <summary>Empty sheets to fill in, in the language of whoever asks, with an explanation of every column and an example.</summary>
public sealed class Templates(LegalComposition law, RuleBook rules, Names names, TimeProvider clock)
{
    public IResult Members() => new SheetDownload($"{ImportTexts.Here("MembersFile")}.xlsx", WriteMembers);

    public IResult Agenda() => new SheetDownload($"{ImportTexts.Here("AgendaFile")}.xlsx", WriteAgenda);

    public IResult Applications() => new SheetDownload($"{ImportTexts.Here("ApplicationsFile")}.xlsx", WriteApplications);

    public IResult Transitional() => new SheetDownload($"{ImportTexts.Here("TransitionalFile")}.xlsx", WriteTransitional);

    internal static void WriteTransitional(WorkbookWriter workbook)
    {
        var columns = new TransitionalSheet().Columns;
        AddEmpty(workbook, "TransitionalSheet", columns);
        Dictionary<string, Cell> visa = new()
        {
            ["Number"] = Cell.Text("V-2023-0001"),
            ["GivenName"] = Cell.Text("Camille"),
            ["FamilyName"] = Cell.Text("Exemple"),
            ["AttestationType"] = Cell.Text(ImportTexts.Here("Word_ordinary")),
            ["ValidFrom"] = Cell.Day(new(2024, 1, 1)),
            ["ValidUntil"] = Cell.Day(new(2026, 12, 31)),
        };
        Dictionary<string, Cell> status = new(visa)
        {
            ["Number"] = Cell.Text("S-2023-0001"),
            ["Email"] = Cell.Text("camille.exemple@example.org"),
            ["AttestationType"] = Cell.Text(ImportTexts.Here("Word_plus")),
            ["ValidUntil"] = Cell.Day(new(2028, 12, 31)),
        };
        Explain(workbook, columns, visa, status);
    }

    internal void WriteApplications(WorkbookWriter workbook)
    {
        var columns = new ApplicationSheet(law, clock.GetUtcNow().DayInBrussels()).Columns;
        AddEmpty(workbook, "ApplicationsSheet", columns);
        Dictionary<string, Cell> activity = new()
        {
            ["Reference"] = Cell.Text("1"),
            ["GivenName"] = Cell.Text("Camille"),
            ["FamilyName"] = Cell.Text("Exemple"),
            ["Email"] = Cell.Text("camille.exemple@example.org"),
            ["Language"] = Cell.Text(ImportTexts.Here("Word_fr")),
            ["LineKind"] = Cell.Text(ImportTexts.Here("Word_lineActivity")),
            ["ActivityNumber"] = Cell.Whole(1),
            ["Weight"] = Cell.Text(ImportTexts.Here("Word_Core")),
            ["Domain"] = Cell.Text(law.DomainName(law.Domains[0].Code, Language.Current.Code)),
            ["ActivityKind"] = Cell.Text(ImportTexts.Here("Word_Artistic")),
            ["Begins"] = Cell.Day(new(2024, 1, 1)),
        };
        Dictionary<string, Cell> income = new()
        {
            ["Reference"] = Cell.Text("1"),
            ["LineKind"] = Cell.Text(ImportTexts.Here("Word_lineIncome")),
            ["ActivityNumber"] = Cell.Whole(1),
            ["Year"] = Cell.Whole(2025),
            ["Amount"] = Cell.Whole(1250),
            ["IncomeKind"] = Cell.Text(ImportTexts.Here("Word_Professional")),
        };
        Explain(workbook, columns, activity, income);
    }

    internal void WriteAgenda(WorkbookWriter workbook)
    {
        var inForce = rules.On(clock.GetUtcNow().DayInBrussels());
        var columns = new AgendaSheet(law, inForce, names).Columns;
        AddEmpty(workbook, "AgendaSheet", columns);
        var chamber = law.Chambers.First(c => c.Section is not null);
        var both = law.Chambers.FirstOrDefault(c => c.Section is null) ?? chamber;
        Dictionary<string, Cell> one = new()
        {
            ["Formation"] = Cell.Text(names.Of(chamber.Formation)),
            ["Section"] = Cell.Text(law.SectionName(chamber.Section!, Language.Current.Code)),
            ["Chamber"] = Cell.Whole(chamber.Number),
            ["Day"] = Cell.Day(new(2026, 12, 10)),
            ["DueOn"] = Cell.Day(new(2027, 1, 15)),
            ["Order"] = Cell.Whole(1),
            ["FileNumber"] = Cell.Text("2026/000123"),
            ["Applicant"] = Cell.Text("A. B."),
            ["Domain"] = Cell.Text(law.DomainName(law.Domains[0].Code, Language.Current.Code)),
            ["Kind"] = Cell.Text(names.Of($"fileKind.{inForce.FileKinds.Kinds[0].Code}")),
            ["Minutes"] = Cell.Whole(5),
        };
        Dictionary<string, Cell> other = new(one)
        {
            ["Formation"] = Cell.Text(names.Of(both.Formation)),
            ["Section"] = Cell.Empty,
            ["Language"] = Cell.Text(ImportTexts.Here("Word_nl")),
            ["FileNumber"] = Cell.Text("2026/000124"),
            ["Applicant"] = Cell.Text("C. D."),
        };
        Explain(workbook, columns, one, other);
    }

    internal void WriteMembers(WorkbookWriter workbook)
    {
        var columns = new MemberSheet(law).Columns;
        AddEmpty(workbook, "MembersSheet", columns);
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
            ["Telephone"] = Cell.Text("+32 2 555 01 00"),
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

    private static void AddEmpty(WorkbookWriter workbook, string name, ImmutableArray<ImportColumn> columns) =>
        workbook.AddSheet(new SheetLayout(ImportTexts.Here(name), [.. columns.Select(c => new Column(c.Name, c.Width)
        {
            KeepsText = c.KeepsText,
            Choices = c.Key == "PassiveLanguages" ? [] : c.Words?.Choices ?? [], // several may stand in that one
        })])).Dispose();

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
            sheet.Add(Cell.Strong(column.Name), Cell.Text(ImportTexts.Here($"Help_{column.Help}")), Cell.Text(string.Join(", ", column.Words?.Choices ?? [])),
                examples[0].GetValueOrDefault(column.Key), examples[1].GetValueOrDefault(column.Key));
    }
}
