using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Ballots;

internal static class RuleWords
{
    /// <summary>«6 seats, unanimity; an abstention does not break it», or the threshold with the groups' shares.</summary>
    public static string InOneSentence(this IStringLocalizer<BallotTexts> texts, Names names, DecisionRule rule, int seats) => rule switch
    {
        DecisionRule.Unanimity(var strict) => texts[strict ? "RuleUnanimityStrict" : "RuleUnanimity", seats],
        DecisionRule.Weighted weighted => texts[
            weighted.Comparison == ComparisonPolicy.AtLeast ? "RuleWeighted" : "RuleWeightedMore",
            weighted.Threshold.PercentRoundedDown,
            SharesInWords(texts, names, weighted)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Groups that weigh the same are named together.
    private static string SharesInWords(IStringLocalizer<BallotTexts> texts, Names names, DecisionRule.Weighted rule) =>
        string.Join("; ", rule.Shares.GroupBy(s => s.Share).Select(same => same.ToList() is [var only]
            ? texts["ShareOfOne", names.Of(only.Group).InSentence(), only.Share].Value
            : texts["ShareOfEach", string.Join(", ", same.Select(s => names.Of(s.Group).InSentence())), same.Key].Value));
}
