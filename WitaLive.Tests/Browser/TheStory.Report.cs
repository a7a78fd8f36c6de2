using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Browser;

public sealed partial class TheStory
{
    /// <summary>What the report of the restricted chamber says once LibreOffice has read it.</summary>
    private async Task ReportOfRestrictedAsync(string room)
    {
        var sheets = await ReportAsync(room);
        var agenda = sheets["Ordre du jour et décisions"];
        Assert.Equal(["FR-0101", "FR-0102", "FR-0103", "FR-0104", "FR-0105", "FR-0106", "FR-0107"], agenda.Select(row => row["Référence"]));
        Assert.Equal(["Décidé", "Décidé", "Décidé", "Décidé", "Décidé", "Renvoyé", "Décidé"], agenda.Select(row => row["Issue"]));
        Assert.All(agenda, row => Assert.Equal(row["Référence"] == "FR-0107", row["Conclusions annulées"].Length > 0));

        var ballots = sheets["Votes"].Where(row => row["Groupe"] == "Tous les groupes").ToList();
        Assert.Equal(["6 0 0", "6 0 0", "6 0 0", "6 0 0", "5 1 0", "6 0 0"], ballots.Select(Counts));
        Assert.Equal(["Adopté", "Adopté", "Adopté", "Adopté", "Non adopté", "Adopté"], ballots.Select(row => row["Résultat"]));
        Assert.Equal([false, false, true, false, false, false], ballots.Select(row => row["Suspendu et repris"].Length > 0));

        var attendance = sheets["Présences"];
        Assert.Contains(attendance, row => row["Personne"] == _members[3].Person.Name && row["Départ"].Length > 0);
        Assert.Contains(attendance, row => row["Personne"] == _substitute.Person.Name);
    }

    /// <summary>What the report of the enlarged chamber says: the exact sum, and each vote the secretary entered.</summary>
    private async Task ReportOfEnlargedAsync(string room)
    {
        var sheets = await ReportAsync(room);
        var ballot = Assert.Single(sheets["Votes"], row => row["Groupe"] == "Tous les groupes");
        Assert.Equal("11 6 1", Counts(ballot));
        Assert.Equal("11/18", ballot["En faveur, exactement"]);
        Assert.StartsWith("61,11", ballot["En faveur, arrondi vers le bas"].Replace('.', ','), StringComparison.Ordinal);
        Assert.Equal(("Adopté", $"{s_byHand.Length}"), (ballot["Résultat"], ballot["Votes attestés"]));
        Assert.Equal("Décidé", Assert.Single(sheets["Ordre du jour et décisions"])["Issue"]);
    }

    private static string Counts(Dictionary<string, string> row) => $"{row["Pour"]} {row["Contre"]} {row["Abstentions"]}";

    private async Task<Dictionary<string, List<Dictionary<string, string>>>> ReportAsync(string room)
    {
        var id = new Uri(room).Segments[^1];
        var response = await _secretary.Visitor.Context.APIRequest.GetAsync($"{_app.Address}meetings/{id}/report.xlsx");
        Assert.True(response.Ok, response.StatusText);
        var file = await response.BodyAsync();
        var kept = Directory.CreateDirectory(Path.Combine(Guards.Repository.Root, "TestResults", "story")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(kept, $"report-{id}.xlsx"), file);
        using var workbook = new MemoryStream(file);
        return LibreOffice.Sheets(workbook).ToDictionary(sheet => InFrench(sheet.Key), sheet => Rows(LibreOffice.Fields(sheet.Value)));
    }

    // A sheet has its title above the headings.
    private static List<Dictionary<string, string>> Rows(List<List<string>> lines)
    {
        var head = lines.FindIndex(line => line.Count(field => field.Length > 0) > 2);
        return head < 0 ? [] : [.. lines.Skip(head + 1).Where(line => line.Any(f => f.Length > 0)).Select(line =>
            lines[head].Zip(line).Where(c => c.First.Length > 0).DistinctBy(c => c.First).ToDictionary(c => InFrench(c.First), c => InFrench(c.Second)))];
    }

    // A meeting of both sections has its report in both languages, one after the other in each cell.
    private static string InFrench(string text) => text.Split(" / ")[0];
}
