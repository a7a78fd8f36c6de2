using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Simulators;

/// <summary>The working of a count in sentences: exact fractions, and per cent rounded down.</summary>
internal sealed class Explanation(Names names, IStringLocalizer<SimulatorTexts> texts)
{
    public IEnumerable<string> Of(DecisionRule rule, ImmutableArray<Tally> tallies, Count count)
    {
        foreach (var line in rule is DecisionRule.Weighted weighted ? Weighted(weighted, tallies, count) : Heads(tallies, count))
            yield return line;
        if (tallies.All(t => t.For == 0))
            yield return texts["NobodyFor"];
    }

    private IEnumerable<string> Weighted(DecisionRule.Weighted rule, ImmutableArray<Tally> tallies, Count count)
    {
        var weights = rule.Weigh(tallies);
        foreach (var weight in weights)
        {
            yield return weight.IsThere ? texts["GroupWeighs", names.Of(weight.Group), weight.Share, weight.For, weight.Seats, weight.InFavour]
                : rule.AbsentGroup == AbsentGroupPolicy.Lost ? texts["GroupLost", names.Of(weight.Group), weight.Share]
                : texts["GroupSpread", names.Of(weight.Group), weight.Share];
        }
        var sum = weights.Aggregate(Fraction.Zero, (total, w) => total + w.InFavour);
        var whole = rule.BaseOf(weights);
        yield return whole == Fraction.One || whole == Fraction.Zero ? texts["Together", sum] : texts["TogetherDivided", sum, whole, count.InFavour];
        yield return texts[
            $"Compared{rule.Comparison}", count.InFavour, count.InFavour.PercentRoundedDown, rule.Threshold, rule.Threshold.PercentRoundedDown];
        yield return texts[count.Carried ? "ThresholdReached" : "ThresholdMissed"];
    }

    private IEnumerable<string> Heads(ImmutableArray<Tally> tallies, Count count)
    {
        var (against, abstained, silent) = (tallies.Sum(t => t.Against), tallies.Sum(t => t.Abstained), tallies.Sum(t => t.Pending));
        yield return texts["Heads", tallies.Sum(t => t.For), against, abstained];
        if (silent > 0)
            yield return texts["SilentSeats", silent];
        if (against > 0)
            yield return texts["UnanimityBrokenByAgainst", against];
        else if (count.Carried)
            yield return texts[abstained > 0 ? "UnanimityKeptDespiteAbstention" : "UnanimityKept"];
        else if (abstained > 0)
            yield return texts["UnanimityBrokenByAbstention", abstained];
    }
}
