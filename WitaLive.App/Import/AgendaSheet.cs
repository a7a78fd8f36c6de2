using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Import;

/// <summary>The sheet of an agenda: its columns, and how a row is read.</summary>
internal sealed class AgendaSheet
{
    private const int MinutesOtherwise = 5;
    private readonly Dictionary<string, ImportColumn> _columns;
    private readonly Dictionary<string, bool> _hasSections;

    public AgendaSheet(LegalComposition law, RulesInForce rules, Names names)
    {
        _hasSections = law.Chambers.GroupBy(c => c.Formation.Value).ToDictionary(g => g.Key, g => g.Any(c => c.Section is not null));
        Columns =
        [
            new("Formation", true, 24, Named("formation", _hasSections.Keys)),
            new("Section", true, 26, WordList.Of(law.Sections, code => Person.Languages.Contains(code) ? ImportTexts.InEveryLanguage($"Word_{code}") : [])),
            new("Chamber", false, 12),
            new("Day", true, 14),
            new("Order", false, 10),
            new("FileNumber", true, 20),
            new("Applicant", true, 28),
            new("Language", false, 14, WordList.OfTexts([.. Person.Languages])),
            new("Domain", false, 24, WordList.Of(law.Domains)),
            new("Kind", true, 24, Named("fileKind", rules.FileKinds.Kinds.Select(k => k.Code))),
            new("DueOn", false, 16),
            new("Minutes", false, 10),
            new("TitleFr", false, 40),
            new("TitleNl", false, 40),
            new("TitleDe", false, 40),
        ];
        _columns = Columns.ToDictionary(c => c.Key);

        WordList Named(string what, IEnumerable<string> codes) =>
            WordList.Of(codes.Select(c => new Named(c, Language.All.ToImmutableDictionary(l => l.Code, l => names.Of($"{what}.{c}", l.Culture)))));
    }

    public ImmutableArray<ImportColumn> Columns { get; }

    /// <summary>The row, or nothing when a cell of it cannot be read; what is wrong is added to the problems.</summary>
    public AgendaRow? Read(SheetRow row, List<CellProblem> problems)
    {
        var cells = new RowCheck(row, problems);
        var formation = cells.Word("Formation", Words("Formation"), isRequired: true);
        var section = formation is not null && _hasSections[formation] ? cells.Word("Section", Words("Section"), isRequired: true) : null;
        var chambers = cells.Numbers("Chamber");
        if (section is not null && chambers.Length != 1 && !cells.HasProblems)
            cells.Report("Chamber", "OneChamber");
        var day = cells.Day("Day", isRequired: true);
        var order = cells.Whole("Order", 1, 9_999);
        var number = cells.Text("FileNumber", 64, isRequired: true);
        var applicant = cells.Text("Applicant", 200, isRequired: true);
        var language = cells.Word("Language", Words("Language"), isRequired: section is null) ?? section;
        var domain = cells.Word("Domain", Words("Domain"));
        var kind = cells.Word("Kind", Words("Kind"), isRequired: true);
        var due = cells.Day("DueOn");
        var minutes = cells.Whole("Minutes", 0, 600) ?? MinutesOtherwise;
        var titles = new[] { ("fr", "TitleFr"), ("nl", "TitleNl"), ("de", "TitleDe") }
            .Select(t => (Language: t.Item1, Text: cells.Text(t.Item2, 300)))
            .Where(t => t.Text is not null)
            .ToImmutableSortedDictionary(t => t.Language, t => t.Text!);
        return cells.HasProblems
            ? null
            : new AgendaRow(cells.Row, new(formation!), section, chambers is [var one] ? one : 1, day!.Value, order, number!, applicant!, language!, domain, kind!, due, minutes, titles);
    }

    private WordList Words(string column) => _columns[column].Words!;
}
