using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WitaLive.App.Layout;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

internal static class SimulatorsComposition
{
    private const int LargestQuestion = 64 * 1024;

    public static void AddSimulators(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<QuorumSimulator>();
        builder.Services.AddSingleton<DecisionSimulator>();
        builder.Services.AddSingleton<NoticeSimulator>();
        builder.Services.AddSingleton<DeadlineSimulator>();
        builder.Services.AddSingleton<EligibilitySimulator>();
        builder.Services.AddRateLimiter(limiter => limiter.AddPolicy<string, SimulationLimit>(SimulationLimit.Name));
        builder.Services.AddOpenApi(description =>
        {
            description.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            description.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "WitaLive", Version = "v1" };
                return Task.CompletedTask;
            });
        });
        // A number is a number: read from text, it would be described as either.
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        builder.Services.Configure<LayoutParts>(parts =>
            parts.Navigation.Add(new NavigationLink("simulators", typeof(SimulatorTexts), "Simulators", Order: 90, Group: NavigationGroup.Management)));
    }

    public static void MapSimulators(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous().AnswersHead();
        app.Map("/api/{**rest}", NoSuchAddress).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        var simulations = app.MapGroup("/api/simulations")
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(SimulationLimit.Name)
            .WithTags("Simulations")
            .WithMetadata(new RequestSizeLimitAttribute(LargestQuestion))
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        simulations
            .MapPost("/quorum", (HttpContext http, QuorumSimulator simulator) =>
                AnswerAsync(http, simulator.Rules, (json, root) => json.ReadQuorum(root), simulator.Answer))
            .WithName("SimulateQuorum")
            .WithSummary("Whether a formation may decide with those who are there, and what follows if not.")
            .Produces<QuorumAnswer>()
            .AddOpenApiOperationTransformer((operation, context, _) =>
                SimulationSchemas.DescribeAsync(operation, SimulationSchemas.Quorum(context.ApplicationServices.GetRequiredService<QuorumSimulator>().Rules)));
        simulations
            .MapPost("/decision", (HttpContext http, DecisionSimulator simulator) =>
                AnswerAsync(http, simulator.Rules, (json, root) => json.ReadDecision(root), simulator.Answer))
            .WithName("SimulateDecision")
            .WithSummary("Whether a vote carries a proposal, with the exact working.")
            .Produces<DecisionAnswer>()
            .AddOpenApiOperationTransformer((operation, context, _) =>
                SimulationSchemas.DescribeAsync(operation, SimulationSchemas.Decision(context.ApplicationServices.GetRequiredService<DecisionSimulator>().Rules)));
        simulations
            .MapPost("/notice", (HttpContext http, QuorumSimulator rules, NoticeSimulator simulator) =>
                AnswerAsync(http, rules.Rules, (json, root) => json.ReadNotice(root), simulator.Answer))
            .WithName("SimulateNotice")
            .WithSummary("The last day for sending the convocation to a meeting.")
            .Produces<NoticeAnswer>()
            .AddOpenApiOperationTransformer((operation, _, _) => SimulationSchemas.DescribeAsync(operation, SimulationSchemas.Notice()));
        simulations
            .MapPost("/deadline", (HttpContext http, QuorumSimulator rules, DeadlineSimulator simulator) =>
                AnswerAsync(http, rules.Rules, (json, root) => json.ReadDeadline(root), simulator.Answer))
            .WithName("SimulateDeadline")
            .WithSummary("The day on which the decision on a complete file is due.")
            .Produces<DeadlineAnswer>()
            .AddOpenApiOperationTransformer((operation, _, _) => SimulationSchemas.DescribeAsync(operation, SimulationSchemas.Deadline()));
        simulations
            .MapPost("/eligibility", (HttpContext http, QuorumSimulator rules, EligibilitySimulator simulator) =>
                AnswerAsync(http, rules.Rules, (json, root) => json.ReadEligibility(root), simulator.Answer))
            .WithName("SimulateEligibility")
            .WithSummary("The type of attestation that figures point to. The chamber decides, activity by activity.")
            .Produces<EligibilityAnswer>()
            .AddOpenApiOperationTransformer((operation, _, _) => SimulationSchemas.DescribeAsync(operation, SimulationSchemas.Eligibility()));
    }

    // Whoever asks a program is answered as a program: with no page, whatever the address and the method.
    private static ProblemHttpResult NoSuchAddress(IStringLocalizer<SimulatorTexts> texts) =>
        TypedResults.Problem(texts["NoSuchAddressText"].Value, statusCode: StatusCodes.Status404NotFound, title: texts["NoSuchAddress"].Value);

    private static async Task<IResult> AnswerAsync<TForm, TAnswer>(
        HttpContext http, RulesInForce rules, Func<JsonForm, JsonElement, TForm> read, Func<TForm, FieldErrors, TAnswer?> answer) where TAnswer : class
    {
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<SimulatorTexts>>();
        var errors = new FieldErrors();
        try
        {
            using var body = await ParseAsync(http.Request.Body, http.RequestAborted);
            var groups = rules.Composition.Groups.Where(g => g.Votes).Select(g => g.Code);
            if (answer(read(new JsonForm(groups, errors), body.RootElement), errors) is { } answered && !errors.Any)
                return Results.Json(answered);
        }
        catch (JsonException)
        {
            errors.Add("body", "NotJson");
        }
        catch (BadHttpRequestException e)
        {
            return Results.Problem(texts["TooLarge"].Value, statusCode: e.StatusCode);
        }
        return Results.ValidationProblem(errors.InWords(texts), title: texts["SomeFieldsAreWrong"].Value);
    }

    private static async Task<JsonDocument> ParseAsync(Stream body, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(body, new JsonDocumentOptions { AllowDuplicateProperties = false }, ct);
        }
        catch (InvalidOperationException e) // half of a character in a name, found where names are compared
        {
            throw new JsonException("A name is no text.", e);
        }
    }
}
