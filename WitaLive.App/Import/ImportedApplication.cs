using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>The rows of one application put together.</summary>
/// <param name="Row">Its first one.</param>
/// <param name="IsSound">None of its cells is faulty, as far as this sheet can tell.</param>
internal sealed record ImportedApplication(int Row, string Reference, ApplicantCells Who, Profile Profile, bool IsSound)
{
    public string Name => $"{Who.GivenName} {Who.FamilyName}";

    /// <summary>Puts rows together by their reference; what does not fit is reported at its cell. Also those that are not sound, where one can tell whose they are.</summary>
    public static List<ImportedApplication> Of(IReadOnlyList<ApplicationRow> rows, List<CellProblem> problems) =>
        [.. rows.GroupBy(row => row.Reference).Select(group => Of([.. group], problems)).OfType<ImportedApplication>()];

    // Of an application with an unreadable line nothing is said that this line may have held.
    private static ImportedApplication? Of(List<ApplicationRow> rows, List<CellProblem> problems)
    {
        var (first, before, isWhole) = (rows[0], problems.Count, rows.TrueForAll(row => row.HasLine));
        var who = rows.Select(row => row.Who).FirstOrDefault(cells => cells is not null);
        if (!rows.Exists(row => row.NamesSomebody))
            problems.Add(new(first.Row, "Email", "", "Missing", []));
        foreach (var row in rows.Where(row => row.Who is { } other && who is not null && other with { Language = other.Language ?? who.Language } != who with { Language = who.Language ?? other.Language }))
            problems.Add(new(row.Row, "Email", row.Who!.Email, "OtherApplicant", [first.Reference]));
        var activities = new Dictionary<int, Activity>();
        foreach (var row in rows.Where(row => row is { Activity: not null, Number: not null }))
        {
            if (!activities.TryAdd(row.Number!.Value, row.Activity!))
                problems.Add(new(row.Row, "ActivityNumber", $"{row.Number}", "ActivityTwice", [row.Number.Value]));
        }
        var incomes = new List<IncomeLine>();
        foreach (var row in rows.Where(row => row is { Income: not null, Number: not null }))
        {
            if (activities.TryGetValue(row.Number!.Value, out var of))
                incomes.Add(row.Income! with { Activity = of.Id });
            else if (isWhole)
                problems.Add(new(row.Row, "ActivityNumber", $"{row.Number}", "NoSuchActivity", [row.Number.Value]));
        }
        if (isWhole && activities.Values.All(activity => activity.Weight != ActivityWeight.Core))
            problems.Add(new(first.Row, "Weight", "", "NoCoreActivity", []));
        var profile = new Profile(new("", "", "", HeldBefore: false, HeldPlus: false, HigherArtsDiploma: false, Plan: false, Performances: 0), [.. activities.Values], [.. incomes], [], []);
        if (isWhole && ProfileCheck.Check(profile) is TooManyLines many)
            problems.Add(new(first.Row, "Reference", first.Reference, "TooManyLines", [many.Most]));
        return who is null ? null : new(first.Row, first.Reference, who, profile, IsSound: problems.Count == before && !rows.Exists(row => row.IsFaulty));
    }

    public Person NewPerson() => Person.Applying(new(Guid.CreateVersion7()), Who.GivenName, Who.FamilyName, Who.Email, Who.Language!);
}
