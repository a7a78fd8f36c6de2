using System.Text.Json;
using System.Text.Json.Nodes;
using WitaLive.Domain;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Quorum;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain;

public class ReadingTheRules
{
    [Fact]
    public void Gives_each_formation_the_seats_of_the_law()
    {
        Assert.Equal([6, 18, 36], TheRules.InForce.Composition.Formations.Select(f => f.AllSeats));
        Assert.Equal([2, 2, 5, 5, 9, 9], TheRules.InForce.Composition.Formations.SelectMany(f => TheRules.InForce.Quorum(f.Code).Blocs).Select(b => b.Needed));
    }

    [Fact]
    public void Says_where_whoever_presides_comes_from()
    {
        var composition = TheRules.InForce.Composition;

        Assert.Equal(
            [ChairHolder.ElectedChair, ChairHolder.ElectedSubstitute, ChairHolder.Jurists],
            TheRules.InForce.Quorum(composition.Formations[0].Code).Chairs.Select(composition.HolderOf));
        Assert.Equal(ChairHolder.Office, composition.HolderOf(new("president")));
        Assert.Equal(ChairHolder.Office, composition.HolderOf(new("dean"))); // of another body's data
    }

    [Fact]
    public void Names_the_articles_and_open_points_behind_each_rule()
    {
        Assert.Equal(["L 3 §3", "O-2", "O-3", "O-4", "O-5"], TheRules.InForce.DecisionSources(TheRules.Enlarged).ToArray());
        Assert.Contains("O-6", TheRules.InForce.QuorumSources(TheRules.Plenary));
        Assert.Contains("O-7", TheRules.InForce.QuorumSources(TheRules.Enlarged));
    }

    [Fact]
    public void A_quorum_rule_read_back_from_its_json_is_the_same_rule() =>
        Assert.All(TheRules.InForce.Composition.Formations, formation =>
        {
            var rule = TheRules.InForce.Quorum(formation.Code);
            Assert.Equal(rule, JsonSerializer.Deserialize<QuorumRule>(JsonSerializer.Serialize(rule)));
        });

    [Fact]
    public void A_new_dated_version_changes_the_rule_from_its_day_on()
    {
        var book = new RuleBook(Changed("majority.json", file =>
        {
            var next = file["versions"]![0]!.DeepClone();
            next["from"] = "2027-01-01";
            next["formations"]!["plenary"]!["threshold"] = "2/3";
            file["versions"]!.AsArray().Add(next);
        }));

        Assert.Equal(new Fraction(3, 5), Threshold(new(2026, 12, 31)));
        Assert.Equal(new Fraction(2, 3), Threshold(new(2027, 1, 1)));
        Assert.Equal(new Fraction(3, 5), Threshold(new(2000, 1, 1)));

        Fraction Threshold(DateOnly day) => Assert.IsType<DecisionRule.Weighted>(book.On(day).Decision(TheRules.Plenary)).Threshold;
    }

    [Fact]
    public void Another_body_with_other_groups_is_other_data()
    {
        var files = TheRules.Files.ToDictionary(f => f.Key, f => f.Value
            .Replace("\"unions\"", "\"cantons\"", StringComparison.Ordinal)
            .Replace("\"experts\": 9", "\"experts\": 499", StringComparison.Ordinal));

        var rules = new RuleBook(files).On(new(2026, 1, 1));

        Assert.Equal(508, rules.Composition.Formation(TheRules.Enlarged).AllSeats);
        Assert.Equal(250, rules.Quorum(TheRules.Enlarged).Blocs[0].Needed);
        Assert.Contains(Assert.IsType<DecisionRule.Weighted>(rules.Decision(TheRules.Enlarged)).Shares, s => s.Group == new GroupCode("cantons"));
    }

    [Fact]
    public void A_jurist_who_may_stand_in_for_the_president_is_one_word_of_data()
    {
        var book = new RuleBook(Changed("open-points.json", file =>
            file["versions"]![0]!["points"]!.AsArray().Single(p => (string?)p!["key"] == "enlarged.furtherChairs")!["value"] = new JsonArray("jurist")));

        Assert.Contains(new ChairRole("jurist"), book.On(new(2026, 1, 1)).Quorum(TheRules.Enlarged).Chairs);
    }

    [Theory]
    [InlineData("majority.json", "\"3/5\"", "\"0.6\"", "versions[0].formations.enlarged.threshold")]
    [InlineData("majority.json", "\"3/5\"", "\"1/2\"", "formations.enlarged")]
    [InlineData("majority.json", "\"unions\": \"1/6\"", "\"unions\": \"1/7\"", "formations.enlarged")]
    [InlineData("majority.json", "\"unanimity\"", "\"majority\"", "versions[0].formations.restricted.kind")]
    [InlineData("majority.json", "\"plenary\"", "\"plenum\"", "formations.plenum")]
    [InlineData("quorum.json", "\"share\": \"1/2\"", "\"share\": \"3/2\"", "formations.restricted")]
    [InlineData("quorum.json", "\"formation\": \"enlarged\"", "\"formation\": \"senate\"", "formations.restricted.secondFailure")]
    [InlineData("quorum.json", "\"monthsToSecond\": 1", "\"monthsToSecond\": \"one\"", "versions[0].formations.restricted.monthsToSecond")]
    [InlineData("composition.json", "\"experts\": 3", "\"experts\": 0", "formations.restricted.seats")]
    [InlineData("composition.json", "\"literature\", \"comics\"]", "\"literature\", \"opera\"]", "chambers")]
    [InlineData("notice.json", "\"workingDays\": 10", "\"workingdays\": 10", "versions[0]")]
    [InlineData("notice.json", "\"day\": 21", "\"day\": 32", "versions[0]")]
    [InlineData("thresholds.json", "\"from\": \"2024-01-01\",", "", "versions[0]")]
    [InlineData("procedure.json", "\"months\": 3", "\"months\": 0", "versions[0]")]
    [InlineData("figures.json", "[0, 1, 2, 3, 6, 12]", "[0, 1, 1]", "versions[0]")]
    [InlineData("figures.json", "[0, 1, 2, 3, 6, 12]", "[1, 2]", "versions[0]")]
    [InlineData("figures.json", "\"day\": 1", "\"day\": 32", "versions[0]")]
    [InlineData("figures.json", "[\"fr\", \"nl\"]", "[]", "versions[0]")]
    [InlineData("figures.json", "\"work\", \"figures\"", "\"work\"", "versions[0]")]
    [InlineData("figures.json", "\"urgentDays\": 7", "\"urgentDays\": 46", "versions[0]")]
    [InlineData("procedure.json", "[10, 20]", "[20, 10]", "versions[0]")]
    [InlineData("open-points.json", "\"presentSeats\"", "\"someSeats\"", "split")]
    [InlineData("open-points.json", "\"versions\"", "\"version\"", "versions")]
    [InlineData("open-points.json", "[", "{", "line ")]
    public void A_file_that_is_wrong_is_refused_with_its_name_and_the_place(string file, string right, string wrong, string place)
    {
        Assert.Contains(right, TheRules.Files[file], StringComparison.Ordinal);
        var files = TheRules.Files.ToDictionary(f => f.Key, f => f.Key == file ? f.Value.Replace(right, wrong, StringComparison.Ordinal) : f.Value);

        var refused = Assert.Throws<RuleDataException>(() => new RuleBook(files));

        Assert.Equal(file, refused.File);
        Assert.Contains(place, refused.Place, StringComparison.Ordinal);
        Assert.StartsWith(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cadastre_begins_once_and_is_changed_by_the_plenary_alone()
    {
        var refused = Assert.Throws<RuleDataException>(() => new RuleBook(Changed("cadastre.json", file =>
        {
            var next = file["versions"]![0]!.DeepClone();
            next["from"] = "2027-01-01";
            file["versions"]!.AsArray().Add(next);
        })));

        Assert.Equal(("cadastre.json", "versions"), (refused.File, refused.Place));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var refused = Assert.Throws<RuleDataException>(() => new RuleBook(TheRules.Files.Where(f => f.Key != "notice.json").ToDictionary()));

        Assert.Equal("notice.json", refused.File);
    }

    private static Dictionary<string, string> Changed(string name, Action<JsonNode> change)
    {
        var file = JsonNode.Parse(TheRules.Files[name])!;
        change(file);
        return TheRules.Files.ToDictionary(f => f.Key, f => f.Key == name ? file.ToJsonString() : f.Value);
    }
}
