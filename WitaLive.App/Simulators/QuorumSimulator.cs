using System.Text.Json;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Quorum;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>Asks today's quorum rule for anyone; the page and the JSON give the same answer.</summary>
public sealed class QuorumSimulator(RuleBook book, Names names, TimeProvider clock, IStringLocalizer<SimulatorTexts> texts)
{
    private const string None = "none";

    public RulesInForce Rules => book.On(clock.GetUtcNow().DayInBrussels());

    /// <summary>The answer, or null with the reasons in <paramref name="errors"/>.</summary>
    public QuorumAnswer? Answer(QuorumForm form, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var rules = Rules;
        var formation = Fields.Formation(form.Formation, rules, errors);
        var present = new Dictionary<GroupCode, int>();
        foreach (var group in Fields.Groups(formation, rules))
        {
            if (Fields.Seats(form.Seats.GetValueOrDefault(group), group.Value, Fields.Most(group, formation), errors) is { } seats)
                present[group] = seats;
        }
        if (form.SecondConvocation is null)
            errors.Add("secondConvocation", "Missing");
        if (form.Chair is null)
            errors.Add("chair", "Missing");
        if (formation is null)
            return null;

        var rule = rules.Quorum(formation.Code);
        var words = rule.Chairs.Select(c => c.Value).Append(None).ToList();
        if (form.Chair is not null && !words.Contains(form.Chair))
            errors.Add("chair", "UnknownWord", string.Join(", ", words));
        if (errors.Any)
            return null;

        var status = rule.Assess(present, form.Chair == None ? null : new ChairRole(form.Chair!), form.SecondConvocation!.Value);
        return new(status.Reached, status.Blocs, status.ChairPresent, Word(status, rule), [.. rules.QuorumSources(formation.Code).Select(s => names.OfSource(s))])
        {
            InWords = texts[$"Consequence{status.Consequence}", rule.RefersTo is { } other ? names.Of(other) : ""],
        };
    }

    private static string Word(QuorumStatus status, QuorumRule rule) => status.Consequence == QuorumConsequence.Refer && rule.RefersTo is { Value: var other }
        ? $"referTo{char.ToUpperInvariant(other[0])}{other[1..]}"
        : JsonNamingPolicy.CamelCase.ConvertName(status.Consequence.ToString());
}
