using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>What may be asked, for the description of the interface: groups, formations and roles are those of the rule data.</summary>
internal static class SimulationSchemas
{
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiSchema question)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = question } },
        };
        return Task.CompletedTask;
    }

    public static OpenApiSchema Quorum(RulesInForce rules)
    {
        var properties = new Dictionary<string, IOpenApiSchema>
        {
            ["formation"] = Formations(rules),
            ["chair"] = OneOf([.. rules.Composition.Formations.SelectMany(f => rules.Quorum(f.Code).Chairs).Select(c => c.Value).Distinct(), "none"]),
        };
        foreach (var group in VotingGroups(rules))
            properties[group.Code.Value] = Number(rules.Composition.Formations.Max(f => f.SeatsOf(group.Code)));
        properties["secondConvocation"] = new OpenApiSchema { Type = JsonSchemaType.Boolean };
        return Object(properties, properties.Keys);
    }

    public static OpenApiSchema Decision(RulesInForce rules)
    {
        var groups = VotingGroups(rules).ToDictionary(g => g.Code.Value, g =>
        {
            var most = rules.Composition.Formations.Max(f => f.SeatsOf(g.Code));
            var votes = new Dictionary<string, IOpenApiSchema>
            {
                ["present"] = Number(most), ["for"] = Number(most), ["against"] = Number(most), ["abstain"] = Number(most),
            };
            return (IOpenApiSchema)Object(votes, votes.Keys);
        });
        var policy = new Dictionary<string, IOpenApiSchema>
        {
            ["abstention"] = OneOf(Words.All<AbstentionPolicy>()),
            ["absentGroup"] = OneOf(Words.All<AbsentGroupPolicy>()),
            ["split"] = OneOf(Words.All<SplitPolicy>()),
            ["comparison"] = OneOf(Words.All<ComparisonPolicy>()),
            ["abstentionBreaksUnanimity"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
        };
        return Object(
            new() { ["formation"] = Formations(rules), ["groups"] = Object(groups, groups.Keys), ["policy"] = Object(policy, []) },
            ["formation", "groups"]);
    }

    public static OpenApiSchema Notice()
    {
        var properties = new Dictionary<string, IOpenApiSchema> { ["meetingOn"] = Day(), ["urgent"] = YesOrNo() };
        return Object(properties, properties.Keys);
    }

    public static OpenApiSchema Deadline()
    {
        var pause = new Dictionary<string, IOpenApiSchema> { ["from"] = Day(), ["to"] = Day() };
        var properties = new Dictionary<string, IOpenApiSchema> { ["completeOn"] = Day(), ["pauses"] = ListOf(Object(pause, pause.Keys)) };
        return Object(properties, properties.Keys);
    }

    public static OpenApiSchema Eligibility()
    {
        var income = new Dictionary<string, IOpenApiSchema>
        {
            ["year"] = Number(Fields.Days.Last.Year),
            ["amount"] = new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", MultipleOf = 0.01m },
            ["activity"] = OneOf(Words.All<ActivityWeight>()),
            ["proven"] = YesOrNo(),
        };
        var properties = new Dictionary<string, IOpenApiSchema>
        {
            ["filingOn"] = Day(), ["first"] = YesOrNo(), ["heldBefore"] = YesOrNo(), ["incomes"] = ListOf(Object(income, income.Keys)),
            ["performances3y"] = Number(int.MaxValue), ["higherArtsDiploma"] = YesOrNo(), ["plan"] = YesOrNo(),
        };
        return Object(properties, properties.Keys);
    }

    private static OpenApiSchema Day() => new() { Type = JsonSchemaType.String, Format = "date" };

    private static OpenApiSchema YesOrNo() => new() { Type = JsonSchemaType.Boolean };

    private static OpenApiSchema ListOf(OpenApiSchema line) => new() { Type = JsonSchemaType.Array, Items = line };

    private static IEnumerable<Group> VotingGroups(RulesInForce rules) => rules.Composition.Groups.Where(g => g.Votes);

    private static OpenApiSchema Formations(RulesInForce rules) => OneOf(rules.Composition.Formations.Select(f => f.Code.Value));

    private static OpenApiSchema OneOf(IEnumerable<string> words) =>
        new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word))] };

    private static OpenApiSchema Number(int most) =>
        new() { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = most.ToString(CultureInfo.InvariantCulture) };

    private static OpenApiSchema Object(Dictionary<string, IOpenApiSchema> properties, IEnumerable<string> required) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties,
        Required = required.ToHashSet(),
        AdditionalPropertiesAllowed = false,
    };
}
