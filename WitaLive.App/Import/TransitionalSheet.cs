using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>The sheet of attestations that came over from visas and artists' statuses: its columns, and how a row is read.</summary>
internal sealed class TransitionalSheet
{
    private const int LongestNumber = 64;

    private static readonly (int, int) s_years = (ProfileCheck.FirstYear, ProfileCheck.LastYear);

    public ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("Number", true, 20) { KeepsText = true },
        new("GivenName", true, 20),
        new("FamilyName", true, 24),
        new("Email", false, 32),
        new("AttestationType", true, 18, WordList.OfTexts(Held.Ordinary, Held.Plus)),
        new("ValidFrom", true, 16),
        new("ValidUntil", true, 16),
    ];

    /// <summary>The row, or nothing when a cell of it cannot be read; what is wrong is added to the problems.</summary>
    public TransitionalRow? Read(SheetRow row, List<CellProblem> problems)
    {
        var cells = new RowCheck(row, problems);
        cells.RefuseFormulas(Columns.Select(column => column.Key));
        var number = cells.Line("Number", LongestNumber, isRequired: true);
        var given = cells.Line("GivenName", Person.LongestName, isRequired: true);
        var family = cells.Line("FamilyName", Person.LongestName, isRequired: true);
        var email = cells.Address("Email");
        var type = cells.Word("AttestationType", Columns.First(column => column.Key == "AttestationType").Words!, isRequired: true);
        var (from, until) = (cells.Day("ValidFrom", isRequired: true, s_years), cells.Day("ValidUntil", isRequired: true, s_years));
        if (until < from)
            cells.Report("ValidUntil", "EndsBeforeStart", from!.Value.ToShortDay());
        return cells.HasProblems ? null : new(cells.Row, number!, $"{given} {family}", email, type!, new(from!.Value, until!.Value));
    }
}
