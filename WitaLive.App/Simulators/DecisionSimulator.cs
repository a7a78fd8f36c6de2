using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>Asks today's majority rule for anyone, also with other answers to what the law leaves open.</summary>
public sealed class DecisionSimulator(RuleBook book, Names names, TimeProvider clock, IStringLocalizer<SimulatorTexts> texts)
{
    public RulesInForce Rules => book.On(clock.GetUtcNow().DayInBrussels());

    /// <summary>The answer, or null with the reasons in <paramref name="errors"/>.</summary>
    public DecisionAnswer? Answer(DecisionForm form, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var rules = Rules;
        var formation = Fields.Formation(form.Formation, rules, errors);
        var groups = Fields.Groups(formation, rules).ToList();
        if (form.Groups.Count == 0)
            errors.Add("groups", "Missing");
        var tallies = groups.Select(g => ReadTally(g, formation, form, errors)).OfType<Tally>().ToImmutableArray();
        if (formation is null || errors.Any || tallies.Length < groups.Count)
            return null;

        var rule = Chosen(rules.Decision(formation.Code), form);
        var count = rule.Count(tallies);
        return new(
            count,
            [.. new Explanation(names, texts).Of(rule, tallies, count)],
            [.. rules.DecisionSources(formation.Code).Select(s => names.OfSource(s))])
        {
            Weights = rule is DecisionRule.Weighted weighted ? weighted.Weigh(tallies) : [],
        };
    }

    private static DecisionRule Chosen(DecisionRule rule, DecisionForm form) => rule switch
    {
        DecisionRule.Unanimity unanimity => new DecisionRule.Unanimity(form.AbstentionBreaksUnanimity ?? unanimity.AbstentionBreaksIt),
        DecisionRule.Weighted w => new DecisionRule.Weighted(
            w.Threshold, w.Shares, form.Abstention ?? w.Abstention, form.AbsentGroup ?? w.AbsentGroup, form.Split ?? w.Split, form.Comparison ?? w.Comparison),
        _ => rule,
    };

    private static Tally? ReadTally(GroupCode group, Formation? formation, DecisionForm form, FieldErrors errors)
    {
        var field = $"groups.{group}";
        if (!form.Groups.TryGetValue(group, out var votes))
        {
            errors.Add(field, "Missing");
            return null;
        }
        var present = Fields.Seats(votes.Present, $"{field}.present", Fields.Most(group, formation), errors);
        var inFavour = Fields.NotNegative(votes.For, $"{field}.for", errors);
        var against = Fields.NotNegative(votes.Against, $"{field}.against", errors);
        var abstained = Fields.NotNegative(votes.Abstain, $"{field}.abstain", errors);
        if (present is null || inFavour is null || against is null || abstained is null)
            return null;
        var voted = (long)inFavour + against + abstained;
        if (voted <= present)
            return new(group, present.Value, inFavour.Value, against.Value, abstained.Value);
        errors.Add(field, "MoreVotesThanSeats", voted, present);
        return null;
    }
}
