using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WitaLive.App.Rules;
using WitaLive.Tests.Domain;

namespace WitaLive.Tests.Simulators;

public class AskingWithoutSigningIn(PublicApp app) : IClassFixture<PublicApp>
{
    private const string Enlarged = """
        {"formation":"enlarged","groups":{"experts":{"present":5,"for":5,"against":0,"abstain":0},"administrations":{"present":3,"for":0,"against":3,"abstain":0},
        "unions":{"present":2,"for":0,"against":2,"abstain":0},"employers":{"present":0,"for":0,"against":0,"abstain":0}}POLICY}
        """;

    [Fact]
    public async Task The_description_has_a_head_and_specimens_are_shown_in_development_only()
    {
        using var client = app.CreateClient();
        using var head = await client.SendAsync(new(HttpMethod.Head, new Uri("/openapi/v1.json", UriKind.Relative)));
        using var specimens = await client.GetAsync(new Uri("/specimens", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (head.StatusCode, specimens.StatusCode));
    }

    [Theory]
    [InlineData("restricted", "chair", 2, 1, 1, 0, false, true, "decide")]
    [InlineData("restricted", "none", 3, 1, 1, 1, false, false, "reconvene")]
    [InlineData("restricted", "chair", 3, 1, 0, 0, true, false, "referToEnlarged")]
    [InlineData("restricted", "none", 1, 0, 0, 0, true, false, "reconvene")]
    [InlineData("enlarged", "vicePresident", 1, 0, 0, 0, true, false, "decideWhateverTheNumber")]
    [InlineData("plenary", "jurist", 9, 3, 3, 3, false, true, "decide")]
    public async Task The_quorum_is_answered(
        string formation, string chair, int experts, int administrations, int unions, int employers, bool second, bool reached, string consequence)
    {
        var (response, body) = await app.AskAsync("quorum", new JsonObject
        {
            ["formation"] = formation, ["chair"] = chair, ["experts"] = experts, ["administrations"] = administrations,
            ["unions"] = unions, ["employers"] = employers, ["secondConvocation"] = second,
        }.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["blocs", "chairPresent", "consequence", "reached", "sources"], body.AsObject().Select(p => p.Key).Order());
        Assert.Equal(reached, (bool)body["reached"]!);
        Assert.Equal(consequence, (string?)body["consequence"]);
        Assert.Equal(chair != "none", (bool)body["chairPresent"]!);
        Assert.Equal(["experts", "others"], body["blocs"]!.AsArray().Select(b => (string)b!["name"]!));
        Assert.Equal(experts, (int)body["blocs"]![0]!["present"]!);
        Assert.NotEmpty(body["sources"]!.AsArray());
    }

    [Theory]
    [InlineData("", "notCarried", 1, 2)]
    [InlineData(""","policy":{"absentGroup":"redistributed"}""", "carried", 3, 5)]
    [InlineData(""","policy":{"absentGroup":"redistributed","comparison":"moreThan"}""", "notCarried", 3, 5)]
    [InlineData(""","policy":{"split":"allSeats","absentGroup":"redistributed","abstention":"outOfBase","abstentionBreaksUnanimity":true}""", "notCarried", 5, 18)]
    [InlineData(""","policy":null""", "notCarried", 1, 2)]
    public async Task The_decision_is_answered(string policy, string outcome, int numerator, int denominator)
    {
        var (response, body) = await app.AskAsync("decision", Enlarged.Replace("POLICY", policy, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["explanation", "inFavour", "outcome", "sources", "threshold", "unanimous"], body.AsObject().Select(p => p.Key).Order());
        Assert.Equal(outcome, (string?)body["outcome"]);
        Assert.False((bool)body["unanimous"]!);
        Assert.Equal((numerator, denominator), ((int)body["inFavour"]!["numerator"]!, (int)body["inFavour"]!["denominator"]!));
        Assert.Equal((3, 5), ((int)body["threshold"]!["numerator"]!, (int)body["threshold"]!["denominator"]!));
        Assert.NotEmpty(body["explanation"]!.AsArray());
    }

    [Theory]
    [InlineData("2026-12-10", false, "2026-11-25", 10, "")]
    [InlineData("2026-12-10", true, "2026-12-06", 3, "")]
    [InlineData("2026-05-28", false, "2026-05-11", 10, "2026-05-14 2026-05-25")]
    [InlineData("2000-01-03", true, "1999-12-28", 3, "")] // New Year's Day is a Saturday
    [InlineData("2100-12-31", false, "2100-12-16", 10, "")]
    public async Task The_notice_is_answered(string meetingOn, bool urgent, string latest, int workingDays, string holidays)
    {
        var (response, body) = await app.AskAsync("notice", new JsonObject { ["meetingOn"] = meetingOn, ["urgent"] = urgent }.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["holidaysCounted", "latestSendingDay", "sources", "workingDays"], body.AsObject().Select(p => p.Key).Order());
        Assert.Equal((latest, workingDays), ((string)body["latestSendingDay"]!, (int)body["workingDays"]!));
        Assert.Equal(holidays, string.Join(' ', body["holidaysCounted"]!.AsArray().Select(day => (string)day!)));
        Assert.NotEmpty(body["sources"]!.AsArray());
    }

    [Theory]
    [InlineData("notice", """{}""", "meetingOn urgent")]
    [InlineData("notice", """{"meetingOn":"1999-12-31","urgent":false}""", "meetingOn")]
    [InlineData("notice", """{"meetingOn":"2101-01-01","urgent":false}""", "meetingOn")]
    [InlineData("notice", """{"meetingOn":"2026-02-29","urgent":"no"}""", "meetingOn urgent")]
    [InlineData("notice", """{"meetingOn":"2026-2-9","urgent":1}""", "meetingOn urgent")]
    [InlineData("notice", """{"meetingOn":20260209,"urgent":true,"day":1}""", "meetingOn day")]
    [InlineData("quorum", """{}""", "formation chair experts administrations unions employers secondConvocation")]
    [InlineData("quorum", """{"formation":"senate","chair":"chair","experts":1,"administrations":1,"unions":1,"employers":1,"secondConvocation":false}""", "formation")]
    [InlineData("quorum", """{"formation":"restricted","chair":"president","experts":4,"administrations":-1,"unions":1.5,"employers":"1","secondConvocation":"no"}""", "chair experts administrations unions employers secondConvocation")]
    [InlineData("quorum", """{"formation":"enlarged","chair":"jurist","experts":9,"administrations":3,"unions":3,"employers":3,"secondConvocation":false}""", "chair")]
    [InlineData("quorum", """{"formation":"enlarged","chair":"president","experts":9,"administrations":3,"unions":3,"employers":3,"secondConvocation":false,"communities":1}""", "communities")]
    [InlineData("quorum", """{"formation":"enlarged","formation":"plenary"}""", "body")]
    [InlineData("quorum", """[1]""", "body")]
    [InlineData("quorum", """{""", "body")]
    [InlineData("quorum", "", "body")]
    [InlineData("decision", """{}""", "formation groups")]
    [InlineData("decision", """{"formation":"restricted","groups":{"experts":{"present":2,"for":2,"against":1,"abstain":0},"administrations":{"present":1,"for":1,"against":0,"abstain":0},"unions":{"present":1,"for":1,"against":0},"employers":7},"policy":{"split":"half","colour":"red"}}""",
        "groups.experts groups.unions.abstain groups.employers policy.split policy.colour")]
    public async Task A_question_that_cannot_be_answered_names_the_fields(string simulation, string json, string fields)
    {
        var (response, body) = await app.AskAsync(simulation, json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var named = body["errors"]!.AsObject().Select(e => e.Key).ToList();
        Assert.All(fields.Split(' '), field => Assert.Contains(field, named));
    }

    [Fact]
    public async Task The_words_are_in_the_language_that_is_asked_for()
    {
        var json = Enlarged.Replace("POLICY", "", StringComparison.Ordinal);
        var said = new HashSet<string>();
        foreach (var language in (string[])["fr-FR,en;q=0.5", "nl", "de-AT", "en", "zh"])
        {
            var (_, body) = await app.AskAsync("decision", json, language);
            said.Add(body["explanation"]!.ToJsonString() + body["sources"]!.ToJsonString());
        }
        Assert.Equal(4, said.Count);
    }

    [Fact]
    public async Task Twenty_questions_a_second_are_answered_and_a_flood_is_told_when_to_come_back()
    {
        await using var quiet = new PublicApp();
        using var client = quiet.CreateClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.PostAsJsonAsync("/api/simulations/quorum", new JsonObject())));

        Assert.True(answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest) >= 20);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_interface_describes_itself()
    {
        using var client = app.CreateClient();
        var described = await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json");

        Assert.Equal(["/api/simulations/deadline", "/api/simulations/decision", "/api/simulations/eligibility", "/api/simulations/notice", "/api/simulations/quorum"], described!["paths"]!.AsObject().Select(p => p.Key).Where(p => p.StartsWith("/api/simulations", StringComparison.Ordinal)).Order());
        var question = described["paths"]!["/api/simulations/quorum"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal(
            TheRules.VotingGroups.Select(g => g.Value).Concat(["formation", "chair", "secondConvocation"]).Order(),
            question["required"]!.AsArray().Select(r => (string)r!).Order());
    }

    [Theory]
    [InlineData("/simulators"), InlineData("/simulators/quorum"), InlineData("/simulators/decision"), InlineData("/simulators/notice"), InlineData("/simulators/deadline"), InlineData("/simulators/eligibility")]
    public async Task The_pages_are_open_to_anyone(string address)
    {
        using var client = app.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public void The_copies_beside_the_program_are_the_rules_of_the_repository()
    {
        var copied = Path.Combine(Path.GetDirectoryName(typeof(Names).Assembly.Location)!, "data", "rules");

        Assert.All(TheRules.Files, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(copied, file.Key))));
    }
}
