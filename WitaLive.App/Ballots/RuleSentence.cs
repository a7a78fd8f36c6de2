using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Ballots;

/// <summary>Says a rule in one sentence, in the language of the screen: from the rule stored with the ballot, never from a habit.</summary>
public sealed class RuleSentence(IStringLocalizer<RuleTexts> texts, Names names)
{
    /// <param name="seats">Seats that have a voice in this ballot now.</param>
    public string Of(DecisionRule rule, int seats) => rule switch
    {
        DecisionRule.Unanimity(var strict) => texts[strict ? "UnanimityStrict" : "Unanimity", seats].Value,
        DecisionRule.Weighted weighted => texts[
            weighted.Comparison is ComparisonPolicy.AtLeast ? "WeightedAtLeast" : "WeightedMoreThan",
            Percent(weighted.Threshold),
            Shares(weighted)].Value,
        _ => throw new InvalidOperationException($"There is no sentence for {rule.GetType().Name}."),
    };

    // Groups that weigh the same are named together.
    private string Shares(DecisionRule.Weighted rule) => string.Join(texts["Between"], rule.Shares.GroupBy(s => s.Share).Select(same =>
        texts[same.Skip(1).Any() ? "ShareEach" : "Share", string.Join(", ", same.Select(s => names.Of(s.Group).InSentence())), same.Key].Value));

    /// <summary>60 %; 66,66 % where it does not come out even, rounded down.</summary>
    public static string Percent(Fraction share) =>
        share.PercentRoundedDown.ToString("0.##", CultureInfo.CurrentCulture) + "\u00a0%";
}
