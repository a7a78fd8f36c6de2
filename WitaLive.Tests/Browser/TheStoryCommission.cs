using System.Text;
using WitaLive.Tests.Import;
using WitaLive.Tests.Spreadsheets;
using WitaLive.App.Spreadsheets;

namespace WitaLive.Tests.Browser;

/// <summary>Someone of the story's commission.</summary>
/// <param name="Seat">Such as «fr experts 1»; null for whoever has an office and no seat.</param>
internal sealed record StoryPerson(string Given, string Family, string Language, string? Seat = null, bool IsSubstitute = false, string Office = "")
{
    public string Name => $"{Given} {Family}";

    public string Email => $"{Plain(Given)}.{Plain(Family)}@story.example";

    public string Password => $"encre papier {Plain(Family)} lampe";

    private static string Plain(string name) => new([.. name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)]);
}

/// <summary>A whole restricted chamber of the French-speaking section, the other seats an enlarged chamber needs, and who presides and assists.</summary>
internal static class TheStoryCommission
{
    private static readonly string[] s_agendaHeadings =
        ["Composition of the meeting", "Section", "Chamber", "Day of the meeting", "Order", "File number", "Applicant", "Art", "Kind of file", "Minutes", "Title in French", "Title in Dutch"];

    // Effective member and substitute of each seat; where no language is said, that of the section.
    private static readonly (string Seat, string Effective, string Substitute, string? Language)[] s_seats =
    [
        ("fr experts 1", "Noémie Lefèvre", "Hugo Delvaux", null),
        ("fr experts 2", "Olivier Ghysels", "Camille Servais", null),
        ("fr experts 3", "Johanna Radermacher", "Pierre Lambot", "de"),
        ("fr administrations 1", "Ellen Verbruggen", "Thomas Gillard", "nl"),
        ("fr unions 1", "Samir Benali", "Chloé Warnier", "en"),
        ("fr employers 1", "Françoise d’Aspremont-Lynden", "Luc Hennebert", null),
        ("fr experts 4", "Mathilde Collard", "Yannick Piret", null),
        ("fr experts 5", "Rachid El Idrissi", "Aline Mathot", null),
        ("fr administrations 2", "Bernard Closset", "Inès Dubuisson", null),
        ("fr unions 2", "Véronique Tasset", "Benoît Marchal", null),
        ("fr employers 2", "Grégoire Wauters", "Nadia Lebrun", null),
        ("nl experts 1", "Lotte Vandenbroucke", "Bram Seghers", null),
        ("nl experts 2", "Kobe Claeys", "Fien Goossens", null),
        ("nl experts 3", "Marieke Van Hoof", "Stijn Debaets", null),
        ("nl experts 4", "Jef Mertens", "Hanne Dierckx", null),
        ("nl administrations 1", "Wouter Callens", "Sofie Pauwels", null),
        ("nl unions 1", "An Roelants", "Dries Baert", null),
        ("nl employers 1", "Griet Vermeersch", "Pieter Smets", null),
    ];

    public static StoryPerson Administrator { get; } = new("Charles", "Vasseur", "fr");

    public static StoryPerson Secretary { get; } = new("Sabine", "Fontaine", "fr");

    public static StoryPerson President { get; } = new("Édouard", "Marlier", "fr", Office: "president");

    public static ImmutableArray<StoryPerson> Members { get; } =
        [.. s_seats.SelectMany(s => new[] { Of(s.Effective, s.Seat, s.Language, false), Of(s.Substitute, s.Seat, null, true) })];

    public static ImmutableArray<StoryPerson> Officers { get; } = [President, new("Liesbet", "Aerts", "nl", Office: "vicePresident")];

    /// <summary>The effective members of the restricted chamber: three experts, an administration, a union, an employer.</summary>
    public static ImmutableArray<StoryPerson> Chamber => [.. Members.Where(m => !m.IsSubstitute).Take(6)];

    public static StoryPerson SubstituteOf(StoryPerson member) => Members.Single(m => m.IsSubstitute && m.Seat == member.Seat);

    public static byte[] MembersSheet(DateOnly today)
    {
        var from = Text(new DateOnly(today.Year, 1, 1));
        using var sheet = ImportingMembers.Members(
        [
            .. Members.Select(member =>
            {
                var (section, group, number) = member.Seat!.Split(' ') is [var s, var g, var n] ? (s, g, n) : throw new InvalidOperationException();
                var isOfChamber = Chamber.Any(c => c.Seat == member.Seat);
                return ImportingMembers.Row(
                    section, group, number, chamber: isOfChamber ? "1" : "", role: !isOfChamber || member.IsSubstitute ? "" : number == "1" && group == "experts" ? "chair" : number == "2" ? "substituteChair" : "",
                    capacity: member.IsSubstitute ? "substitute" : "effective", given: member.Given, family: member.Family, mail: member.Email,
                    language: member.Language, passive: section == "fr" ? "nl" : "fr", from: from);
            }),
            .. Officers.Select(o => ImportingMembers.Row(given: o.Given, family: o.Family, mail: o.Email, language: o.Language, from: from, office: o.Office)),
        ]);
        return sheet.ToArray();
    }

    public static byte[] AgendaSheet(DateOnly day)
    {
        using var sheet = Sheets.OneSheet(s_agendaHeadings,
        [
            .. Files.Select((file, n) => new[]
            {
                "restricted", "fr", "1", Text(day), $"{n + 1}", file.Number, file.Applicant, "plasticArts", "application", "10", file.Title, "",
            }.Select(Cell.Text).ToArray()),
        ]);
        return sheet.ToArray();
    }

    public static ImmutableArray<(string Number, string Applicant, string Title)> Files { get; } =
    [
        ("FR-0101", "A. Dumont", "Attestation de A. Dumont, plasticienne"),
        ("FR-0102", "B. Jacquemin", "Attestation de B. Jacquemin, graveur"),
        ("FR-0103", "C. Okonkwo", "Attestation de C. Okonkwo, autrice de bande dessinée"),
        ("FR-0104", "D. Lejeune", "Attestation de D. Lejeune, écrivain"),
        ("FR-0105", "E. Sanfilippo", "Attestation de E. Sanfilippo, sculptrice"),
        ("FR-0106", "F. Noël", "Attestation de F. Noël, coloriste"),
        ("FR-0107", "G. Thiry", "Attestation de G. Thiry, peintre"),
    ];

    private static StoryPerson Of(string name, string seat, string? language, bool isSubstitute)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return new(name[..space], name[(space + 1)..], language ?? seat[..2], seat, isSubstitute);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
