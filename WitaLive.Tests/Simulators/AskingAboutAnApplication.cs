using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WitaLive.Tests.Simulators;

/// <summary>The due date and the type that figures point to, over HTTP, exactly as the public contract writes them.</summary>
public class AskingAboutAnApplication(PublicApp app) : IClassFixture<PublicApp>
{
    [Theory]
    [InlineData("""{"completeOn":"2026-05-20","pauses":[]}""", "2026-10-21")]
    [InlineData("""{"completeOn":"2024-07-15","pauses":[]}""", "2024-12-01")]
    [InlineData("""{"completeOn":"2024-01-10","pauses":[{"from":"2024-02-01","to":"2024-02-10"}]}""", "2024-04-20")]
    [InlineData("""{"completeOn":"2024-01-10","pauses":[{"from":"2024-02-01","to":"2024-02-10"},{"from":"2024-02-10","to":"2024-02-10"}]}""", "2024-04-20")]
    [InlineData("""{"completeOn":"2000-01-01","pauses":[]}""", "2000-04-01")]
    [InlineData("""{"completeOn":"2100-12-31","pauses":[{"from":"2000-01-01","to":"2100-12-31"}]}""", "2101-03-31")]
    public async Task The_deadline_is_answered(string json, string due)
    {
        var (response, body) = await app.AskAsync("deadline", json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["dueOn", "sources", "workings"], body.AsObject().Select(p => p.Key).Order());
        Assert.Equal(due, (string?)body["dueOn"]);
        Assert.NotEmpty(body["workings"]!.AsArray());
        Assert.NotEmpty(body["sources"]!.AsArray());
    }

    [Fact]
    public async Task Where_figures_point_is_answered()
    {
        var (response, body) = await app.AskAsync("eligibility", """
            {"filingOn":"2026-11-25","first":true,"heldBefore":false,"incomes":[
              {"year":2026,"amount":1000.5,"activity":"core","proven":true},{"year":2024,"amount":4417.51,"activity":"core","proven":true},
              {"year":2023,"amount":100,"activity":"core","proven":true},{"year":2021,"amount":1e3,"activity":"core","proven":true},
              {"year":2025,"amount":99,"activity":"core","proven":false},{"year":2025,"amount":77,"activity":"peripheral","proven":true}],
             "performances3y":0,"higherArtsDiploma":false,"plan":false}
            """);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["core2y", "core3y", "core5y", "pointsTo", "presumption", "reasons"], body.AsObject().Select(p => p.Key).Order());
        Assert.Equal((5418.01m, 5518.01m, 6518.01m), ((decimal)body["core2y"]!, (decimal)body["core3y"]!, (decimal)body["core5y"]!));
        Assert.Equal(("toBeAssessed", "plus"), ((string?)body["presumption"], (string?)body["pointsTo"]));
        Assert.All(body["reasons"]!.AsArray(), reason =>
        {
            Assert.Equal(["met", "rule", "source"], reason!.AsObject().Select(p => p.Key).Order());
            Assert.True(((string)reason["rule"]!).Length > 10 && ((string)reason["source"]!).Length > 10);
            Assert.DoesNotContain("Condition", (string)reason["rule"]!, StringComparison.Ordinal);
        });
    }

    [Theory] // combinations of yes and no are no errors
    [InlineData(false, false, "plus"), InlineData(true, true, "ordinary"), InlineData(false, true, "plus"), InlineData(true, false, "starter")]
    public async Task Combinations_of_what_was_held_are_answered(bool first, bool heldBefore, string pointsTo)
    {
        var (response, body) = await app.AskAsync("eligibility", Question(new()
        {
            ["first"] = first, ["heldBefore"] = heldBefore, ["performances3y"] = 5, ["higherArtsDiploma"] = true, ["plan"] = true,
            ["incomes"] = JsonNode.Parse("""[{"year":2025,"amount":2709.01,"activity":"core","proven":true}]"""),
        }));

        Assert.Equal((HttpStatusCode.OK, pointsTo), (response.StatusCode, (string?)body["pointsTo"]));
    }

    [Theory]
    [InlineData("deadline", """{}""", "completeOn pauses")]
    [InlineData("deadline", """{"completeOn":null,"pauses":null}""", "completeOn pauses")]
    [InlineData("deadline", """{"completeOn":"2026-02-29","pauses":[]}""", "completeOn")]
    [InlineData("deadline", """{"completeOn":"1999-12-31","pauses":[]}""", "completeOn")]
    [InlineData("deadline", """{"completeOn":"2101-01-01","pauses":[]}""", "completeOn")]
    [InlineData("deadline", """{"completeOn":"2026-01-01","pauses":{}}""", "pauses")]
    [InlineData("deadline", """{"completeOn":"2026-01-01","pauses":[{"from":"2026-02-01","to":"2026-01-31"}]}""", "pauses[0].to")]
    [InlineData("deadline", """{"completeOn":"2026-01-01","pauses":[{"from":"2026-02-01","to":"2026-02-01"},{"from":"1999-12-31"}]}""", "pauses[1].from pauses[1].to")]
    [InlineData("deadline", """{"completeOn":"2026-01-01","pauses":[7]}""", "pauses[0]")]
    [InlineData("deadline", """{"completeOn":"2026-01-01","pauses":[{"from":"2026-02-01","to":"2026-02-02","why":"ill"}]}""", "pauses[0].why")]
    [InlineData("deadline", """{"completeOn":"2026-01-01","pauses":[],"urgent":true}""", "urgent")]
    [InlineData("eligibility", """{}""", "filingOn first heldBefore incomes performances3y higherArtsDiploma plan")]
    [InlineData("eligibility", """{"filingOn":"2101-01-01","first":"yes","heldBefore":1,"incomes":"none","performances3y":-1,"higherArtsDiploma":null,"plan":"true"}""",
        "filingOn first heldBefore incomes performances3y higherArtsDiploma plan")]
    public async Task A_question_that_cannot_be_answered_names_the_fields(string simulation, string json, string fields) => await NamesAsync(simulation, json, fields);

    [Theory]
    [InlineData("""{"year":2027,"amount":1,"activity":"core","proven":true}""", "incomes[0].year")] // after the filing year
    [InlineData("""{"year":-1,"amount":1,"activity":"core","proven":true}""", "incomes[0].year")]
    [InlineData("""{"year":2025.5,"amount":1,"activity":"core","proven":true}""", "incomes[0].year")]
    [InlineData("""{"year":2025,"amount":1.001,"activity":"core","proven":true}""", "incomes[0].amount")]
    [InlineData("""{"year":2025,"amount":-0.01,"activity":"core","proven":true}""", "incomes[0].amount")]
    [InlineData("""{"year":2025,"amount":"100","activity":"core","proven":true}""", "incomes[0].amount")]
    [InlineData("""{"year":2025,"amount":1e-40,"activity":"core","proven":true}""", "incomes[0].amount")] // a decimal would round it to nothing
    [InlineData("""{"year":2025,"amount":1.0000000000000000000000000000001,"activity":"core","proven":true}""", "incomes[0].amount")]
    [InlineData("""{"year":2025,"amount":1e15,"activity":"core","proven":true}""", "incomes[0].amount")]
    [InlineData("""{"year":2025,"amount":1e999,"activity":"core","proven":true}""", "incomes[0].amount")]
    [InlineData("""{"year":2025,"amount":1,"activity":"Core","proven":true}""", "incomes[0].activity")]
    [InlineData("""{"year":2025,"amount":1,"activity":0,"proven":true}""", "incomes[0].activity")]
    [InlineData("""{"year":2025,"amount":1,"activity":"core","proven":"yes"}""", "incomes[0].proven")]
    [InlineData("""{"year":2025,"amount":1,"activity":"core","proven":true,"gross":true}""", "incomes[0].gross")]
    [InlineData("""{}""", "incomes[0].year incomes[0].amount incomes[0].activity incomes[0].proven")]
    [InlineData("""[]""", "incomes[0]")]
    public async Task A_line_of_income_that_cannot_be_is_named(string line, string fields) =>
        await NamesAsync("eligibility", Question(new() { ["incomes"] = JsonNode.Parse($"[{line}]") }), fields);

    [Theory] // at most two decimals, however they are written
    [InlineData("0"), InlineData("0.5"), InlineData("12.34"), InlineData("12.340"), InlineData("1234e-2"), InlineData("0e5"), InlineData("999999999999.99")]
    public async Task An_amount_of_two_decimals_is_taken(string amount)
    {
        var (response, _) = await app.AskAsync("eligibility", Question(new() { ["incomes"] = JsonNode.Parse($$"""[{"year":2025,"amount":{{amount}},"activity":"core","proven":true}]""") }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("1e30", "Le montant doit être inférieur à"), InlineData("1000000000000", "Le montant doit être inférieur à"), InlineData("-1e30", "Le montant est inférieur à 0"), InlineData("1.234", "deux décimales au plus")]
    public async Task One_that_is_not_is_told_what_is_the_matter_with_it(string amount, string said)
    {
        var (response, answer) = await app.AskAsync("eligibility", Question(new() { ["incomes"] = JsonNode.Parse($$"""[{"year":2025,"amount":{{amount}},"activity":"core","proven":true}]""") }), "fr");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, (string)answer["errors"]!["incomes[0].amount"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_written_as_long_as_any_other()
    {
        var (_, answer) = await app.AskAsync("deadline", """{"completeOn":"1999-05-20","pauses":[]}""", "fr");

        Assert.Contains("01/01/2000", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_are_in_the_language_that_is_asked_for()
    {
        var said = new HashSet<string>();
        foreach (var language in (string[])["fr-FR,en;q=0.5", "nl", "de-AT", "en", "zh"])
        {
            var (_, deadline) = await app.AskAsync("deadline", """{"completeOn":"2026-05-20","pauses":[]}""", language);
            var (_, eligibility) = await app.AskAsync("eligibility", Question([]), language);
            said.Add(deadline["workings"]!.ToJsonString() + deadline["sources"]!.ToJsonString() + eligibility["reasons"]!.ToJsonString());
        }
        Assert.Equal(4, said.Count);
    }

    [Fact]
    public async Task The_interface_describes_both()
    {
        using var client = app.CreateClient();
        var described = await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json");

        var line = Schema("eligibility")["properties"]!["incomes"]!["items"]!;
        Assert.Equal(["activity", "amount", "proven", "year"], line["required"]!.AsArray().Select(r => (string)r!).Order());
        Assert.Equal(["core", "peripheral"], line["properties"]!["activity"]!["enum"]!.AsArray().Select(word => (string)word!));
        Assert.Equal(["completeOn", "pauses"], Schema("deadline")["required"]!.AsArray().Select(r => (string)r!).Order());

        JsonNode Schema(string name) => described!["paths"]![$"/api/simulations/{name}"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
    }

    private static string Question(JsonObject changes)
    {
        var question = new JsonObject
        {
            ["filingOn"] = "2026-11-25", ["first"] = true, ["heldBefore"] = false, ["incomes"] = new JsonArray(), ["performances3y"] = 0, ["higherArtsDiploma"] = false, ["plan"] = false,
        };
        foreach (var (name, value) in changes)
            question[name] = value?.DeepClone();
        return question.ToJsonString();
    }

    private async Task NamesAsync(string simulation, string json, string fields)
    {
        var (response, body) = await app.AskAsync(simulation, json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var named = body["errors"]!.AsObject().Select(e => e.Key).ToList();
        Assert.All(fields.Split(' '), field => Assert.Contains(field, named));
    }
}
