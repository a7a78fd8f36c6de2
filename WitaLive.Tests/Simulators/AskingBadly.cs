using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace WitaLive.Tests.Simulators;

/// <summary>Whatever is sent, the answer is a sentence about what was wrong, and never a fault of ours.</summary>
public class AskingBadly(PublicApp app) : IClassFixture<PublicApp>
{
    private const string Votes = """{"present":1,"for":1,"against":0,"abstain":0}""";

    [Theory]
    [InlineData("quorum", """{"\ud800":1}""", "body")] // half a character is no text
    [InlineData("quorum", """{"formation":"\udc00"}""", "formation")]
    [InlineData("decision", """{"formation":"restricted","groups":{"experts":{"present":"\ud800"}}}""", "groups.experts.present")]
    [InlineData("quorum", """null""", "body")]
    [InlineData("quorum", "\"restricted\"", "body")]
    [InlineData("quorum", """{"formation":null,"chair":null}""", "formation")]
    [InlineData("quorum", """{"formation":"","chair":"chair"}""", "formation")]
    [InlineData("quorum", """{"formation":"restricted","chair":"none","experts":99999999999999999999,"administrations":1,"unions":1,"employers":1,"secondConvocation":true}""", "experts")]
    [InlineData("decision", """{"formation":"restricted","groups":{}}""", "groups")]
    [InlineData("decision", """{"formation":"restricted","groups":null}""", "groups")]
    [InlineData("decision", """{"formation":"restricted","groups":{"communities":{}}}""", "groups.communities")]
    [InlineData("decision", """{"formation":"restricted","groups":{},"policy":"strict"}""", "policy")]
    [InlineData("decision", """{"formation":"restricted","groups":{},"policy":{"abstentionBreaksUnanimity":"yes"}}""", "policy.abstentionBreaksUnanimity")]
    [InlineData("decision", """{"formation":"restricted","groups":{},"policy":{"split":"PresentSeats"}}""", "policy.split")]
    public async Task Names_the_field_and_says_why(string simulation, string json, string field)
    {
        var (response, body) = await app.AskAsync(simulation, json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(body["errors"]!.AsObject().Single(e => e.Key == field).Value!.AsArray());
    }

    [Theory, InlineData("GET", "api/simulations/quorum"), InlineData("POST", "api/simulations/quorums"), InlineData("DELETE", "api/nowhere/at/all"), InlineData("GET", "api")]
    public async Task Where_nothing_is_says_so_in_the_language_of_programs(string method, string address)
    {
        using var http = app.CreateClient();
        using var response = await http.SendAsync(new(new(method), new Uri(address, UriKind.Relative)));

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(404, JsonNode.Parse(await response.Content.ReadAsStringAsync())!["status"]!.GetValue<int>());
    }

    [Theory] // more seats than the formation has, negative numbers, more votes than seats present: in each place
    [InlineData("experts", "present", 4), InlineData("unions", "present", 2), InlineData("employers", "for", -1)]
    [InlineData("administrations", "against", -1), InlineData("experts", "abstain", -2), InlineData("experts", "against", 1, "groups.experts")]
    public async Task Names_the_number_that_cannot_be(string group, string column, int number, string? field = null)
    {
        var groups = new JsonObject();
        foreach (var name in (string[])["experts", "administrations", "unions", "employers"])
            groups[name] = JsonNode.Parse(Votes);
        groups[group]![column] = number;

        var (response, body) = await app.AskAsync("decision", new JsonObject { ["formation"] = "restricted", ["groups"] = groups }.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field ?? $"groups.{group}.{column}"], body["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory] // another formation's chair is another word
    [InlineData("restricted", "president"), InlineData("restricted", "vicePresident"), InlineData("enlarged", "chair"), InlineData("enlarged", "jurist")]
    [InlineData("plenary", "chair"), InlineData("plenary", "substituteChair"), InlineData("restricted", "Chair"), InlineData("plenary", "")]
    public async Task Knows_which_chairs_a_formation_has(string formation, string chair)
    {
        var (response, body) = await app.AskAsync("quorum", new JsonObject
        {
            ["formation"] = formation, ["chair"] = chair, ["experts"] = 1, ["administrations"] = 1, ["unions"] = 1, ["employers"] = 1, ["secondConvocation"] = false,
        }.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["chair"], body["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory]
    [InlineData("fr", "Veuillez remplir ce champ."), InlineData("nl-BE", "Vul dit veld in."), InlineData("de", "Bitte füllen Sie dieses Feld aus.")]
    [InlineData("en", "Please fill in this field.")]
    public async Task Says_so_in_the_language_that_is_asked_for(string language, string why)
    {
        var (_, body) = await app.AskAsync("quorum", "{}", language);

        Assert.Equal(why, (string?)body["errors"]!["chair"]![0]);
    }

    [Fact]
    public async Task Without_any_text_or_with_far_too_much_of_it()
    {
        using var client = app.CreateClient();
        using var bytes = new ByteArrayContent([0xFF, 0xFE, 0x00]);
        using var large = new StringContent(new string(' ', 100_000) + "{}", Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(client, bytes));
        Assert.Contains(await StatusAsync(client, large), new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpContent content)
    {
        while (true) // all tests here come from one address
        {
            var response = await client.PostAsync(new Uri("/api/simulations/quorum", UriKind.Relative), content);
            if (response.StatusCode is not HttpStatusCode.TooManyRequests)
                return response.StatusCode;
        }
    }
}
