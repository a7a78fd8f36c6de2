using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>The rows of one application put together.</summary>
/// <param name="Row">Its first one.</param>
internal sealed record ImportedApplication(int Row, string Reference, ApplicantCells Who, Profile Profile)
{
    public string Name => $"{Who.GivenName} {Who.FamilyName}";

    /// <summary>Puts rows together by their reference; what does not fit is reported at its cell, and its application is faulty.</summary>
    public static List<ImportedApplication> Of(IReadOnlyList<ApplicationRow> rows, HashSet<string> faulty, List<CellProblem> problems)
    {
        var all = new List<ImportedApplication>();
        foreach (var group in rows.GroupBy(row => row.Reference))
        {
            var before = problems.Count;
            if (Of([.. group], problems, isWhole: !faulty.Contains(group.Key)) is { } application && problems.Count == before && !faulty.Contains(group.Key))
                all.Add(application);
            else
                faulty.Add(group.Key);
        }
        return all;
    }

    // Of an application with an unreadable row nothing is said that this row may have held.
    private static ImportedApplication? Of(List<ApplicationRow> rows, List<CellProblem> problems, bool isWhole)
    {
        var first = rows[0];
        var who = rows.Select(row => row.Who).FirstOrDefault(cells => cells is not null);
        if (who is null && isWhole)
            problems.Add(new(first.Row, "Email", "", "Missing", []));
        foreach (var row in rows.Where(row => row.Who is { } other && who is not null && other != who))
            problems.Add(new(row.Row, "Email", row.Who!.Email, "OtherApplicant", [first.Reference]));
        var activities = new Dictionary<int, Activity>();
        foreach (var row in rows.Where(row => row.Activity is not null))
        {
            if (!activities.TryAdd(row.Number, row.Activity!))
                problems.Add(new(row.Row, "ActivityNumber", $"{row.Number}", "ActivityTwice", [row.Number]));
        }
        var incomes = new List<IncomeLine>();
        foreach (var row in rows.Where(row => row.Income is not null))
        {
            if (activities.TryGetValue(row.Number, out var of))
                incomes.Add(row.Income! with { Activity = of.Id });
            else if (isWhole)
                problems.Add(new(row.Row, "ActivityNumber", $"{row.Number}", "NoSuchActivity", [row.Number]));
        }
        if (isWhole && activities.Values.All(activity => activity.Weight != ActivityWeight.Core))
            problems.Add(new(first.Row, "Weight", "", "NoCoreActivity", []));
        var profile = new Profile(new("", "", "", HeldBefore: false, HeldPlus: false, HigherArtsDiploma: false, Plan: false, Performances: 0), [.. activities.Values], [.. incomes], [], []);
        if (isWhole && ProfileCheck.Check(profile) is TooManyLines many)
            problems.Add(new(first.Row, "Reference", first.Reference, "TooManyLines", [many.Most]));
        return who is null ? null : new(first.Row, first.Reference, who, profile);
    }

    public Person NewPerson() => Person.Applying(new(Guid.CreateVersion7()), Who.GivenName, Who.FamilyName, Who.Email, Who.Language);
}
