using System.Globalization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>The members' sheet: its columns, and how a row is read. The words are those of the reader's language and of all others.</summary>
internal sealed class MemberSheet
{
    public const string President = "president";
    public const string VicePresident = "vicePresident";
    public const string Chair = "chair";
    public const string SubstituteChair = "substituteChair";
    private const string Substitute = "substitute";
    private const string Community = "community";

    private readonly LegalComposition _law;
    private readonly Dictionary<(string Section, GroupCode Group), int> _lastSeats;
    private readonly Dictionary<string, ImportColumn> _columns;

    public MemberSheet(LegalComposition law)
    {
        _law = law;
        _lastSeats = law.Seats.GroupBy(s => (s.Section, s.Group)).ToDictionary(g => g.Key, g => g.Max(s => s.Number));
        var languages = WordList.OfTexts([.. Person.Languages]);
        Columns =
        [
            new("Section", true, 26, WordList.Of(law.Sections, LanguageNames)),
            new("Group", true, 34, WordList.Of(law.Groups.Select(g => new Named(g.Code.Value, g.Name)))),
            new("Seat", true, 10),
            new("Body", false, 24, WordList.Of(law.Bodies)),
            new("Chamber", false, 12),
            new("ChamberRole", false, 22, WordList.OfTexts(Chair, SubstituteChair)),
            new("Capacity", true, 16, WordList.OfTexts("effective", Substitute)),
            new("GivenName", true, 20),
            new("FamilyName", true, 24),
            new("Email", true, 36),
            new("Telephone", false, 20) { KeepsText = true },
            new("Language", false, 14, languages),
            new("PassiveLanguages", false, 20, languages),
            new("From", true, 14),
            new("Until", false, 14),
            new("Office", false, 20, WordList.OfTexts(President, VicePresident, Roles.Secretariat, Roles.Jurist, Community)),
        ];
        _columns = Columns.ToDictionary(c => c.Key);
    }

    public ImmutableArray<ImportColumn> Columns { get; }

    /// <summary>The row, or nothing when a cell of it cannot be read; what is wrong is added to the problems.</summary>
    public MemberRow? Read(SheetRow row, List<CellProblem> problems)
    {
        var cells = new RowCheck(row, problems);
        var office = cells.Word("Office", Words("Office"));
        var isSeat = office is Community || cells.IsFilled("Section") || cells.IsFilled("Group") || cells.IsFilled("Seat");
        if (!isSeat && !cells.IsFilled("Office"))
            cells.Report("Office", "NeitherSeatNorOffice");
        var seat = isSeat ? SeatOf(cells, office) : null;
        var language = cells.Word("Language", Words("Language"), isRequired: !isSeat) ?? seat?.Section ?? "";
        var from = cells.Day("From", isRequired: seat is not null || office is President or VicePresident);
        var until = cells.Day("Until");
        if (until < from)
            cells.Report("Until", "EndsBeforeStart", Languages.BrusselsTime.ToShortDay(from.Value));
        var email = cells.Text("Email", Person.LongestAddress, isRequired: true) ?? "";
        var member = new MemberRow(
            cells.Row, seat, cells.Word("Capacity", Words("Capacity"), isRequired: seat is not null) == Substitute,
            cells.Numbers("Chamber"), cells.Word("ChamberRole", Words("ChamberRole")),
            cells.Text("GivenName", Person.LongestName, isRequired: true) ?? "", cells.Text("FamilyName", Person.LongestName, isRequired: true) ?? "",
            Person.NormalAddress(email), language, cells.Words("PassiveLanguages", Words("PassiveLanguages")), from, until,
            office is Community ? null : office) { Telephone = cells.Text("Telephone", Person.LongestTelephone) };
        if (!cells.HasProblems && !IsAddress(member))
            cells.Report("Email", "NotAnAddress");
        if (member.Telephone is { Length: <= Person.LongestTelephone } number && !Person.IsTelephone(number))
            cells.Report("Telephone", "NotATelephone");
        if (member is { ChamberRole: not null, Chambers.Length: not 1 })
            cells.Report("Chamber", "ChairOfWhich");
        return cells.HasProblems ? null : member;
    }

    // A section is often called by its language alone.
    private static IEnumerable<string> LanguageNames(string section) =>
        Person.Languages.Contains(section) ? ImportTexts.InEveryLanguage($"Word_{section}") : [];

    private WordList Words(string column) => _columns[column].Words!;

    private SeatKey? SeatOf(RowCheck cells, string? office)
    {
        var section = cells.Word("Section", Words("Section"), isRequired: true);
        // Whoever is only said to speak for a Community sits in the one group that has no vote.
        var group = office is Community && !cells.IsFilled("Group")
            ? _law.Groups.FirstOrDefault(g => !g.Votes)?.Code.Value
            : cells.Word("Group", Words("Group"), isRequired: true);
        if (section is null || group is null || !_lastSeats.TryGetValue((section, new(group)), out var last))
            return null;
        if (cells.Whole("Seat", 1, last, isRequired: true) is not { } number)
            return null;

        var planned = _law.Seats.First(s => s.Section == section && s.Group.Value == group && s.Number == number);
        if (cells.Word("Body", Words("Body")) is { } body && planned.Body is { } due && body != due)
            cells.Report("Body", "OtherBody", number.ToString(CultureInfo.CurrentCulture), _law.BodyName(due, Languages.Language.Current.Code));
        return new SeatKey(section, new(group), number);
    }

    // Asks the one place that knows what an address is.
    private static bool IsAddress(MemberRow row)
    {
        try
        {
            _ = new Person(new(Guid.NewGuid()), row.GivenName, row.FamilyName, row.Email, row.Language);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
