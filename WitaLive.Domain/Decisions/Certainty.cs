using System.Numerics;

namespace WitaLive.Domain.Decisions;

/// <summary>What can still come of a vote that is going on.</summary>
/// <param name="Carried">The outcome when it is already certain; null while it is open.</param>
/// <param name="CanStillChange">
/// The groups whose seats yet to vote can make the difference, whatever the others still do. Empty when the outcome is certain.
/// Never leaves out a group that can; names one too many only where the combinations are too many to go through.
/// </param>
public sealed record Certainty(bool? Carried, ImmutableArray<GroupCode> CanStillChange)
{
    // A chair's screen asks after every vote: beyond so many combinations a group counts as able to change the outcome.
    private const int MostCombinations = 20_000;

    public bool IsCertain => Carried is not null;

    internal static Certainty Of(DecisionRule rule, ImmutableArray<Tally> soFar)
    {
        // No rule is ever met less by one more vote for, nor more by one more against: the two extremes bound all that can happen.
        var worst = rule.Count([.. soFar.Select(t => new Tally(t.Group, t.Present, t.For, t.Against + t.Pending, t.Abstained))]).Carried;
        var best = rule.Count([.. soFar.Select(t => new Tally(t.Group, t.Present, t.For + t.Pending, t.Against, t.Abstained))]).Carried;
        if (worst == best)
            return new(best, []);

        var waiting = soFar.Where(t => t.Pending > 0).Select(t => t.Group).ToImmutableArray();
        return new(null, rule is DecisionRule.Weighted weighted ? Decisive(weighted, soFar, waiting) : waiting);
    }

    private static ImmutableArray<GroupCode> Decisive(DecisionRule.Weighted rule, ImmutableArray<Tally> soFar, ImmutableArray<GroupCode> waiting)
    {
        var combinations = soFar.Aggregate(1.0, (product, t) => product * Ways(rule, t));
        if (soFar.Any(t => Ways(rule, t) > MostCombinations) || (rule.LeavesAbstentionsOut && combinations > MostCombinations))
            return waiting;

        // Carried means: the sum over the groups of (in favour - threshold × its part of the base) is at least 0. All over one denominator.
        var standings = soFar.ToDictionary(t => t.Group, t => Standings(rule, t));
        var constant = rule.Redistributes ? Fraction.Zero : rule.Threshold;
        var scale = standings.Values.SelectMany(s => s).Append(constant).Aggregate(BigInteger.One, (lcm, f) =>
            lcm / BigInteger.GreatestCommonDivisor(lcm, f.Denominator) * f.Denominator);
        var scaled = standings.ToDictionary(s => s.Key, s => s.Value.Select(f => f.Numerator * (scale / f.Denominator)).Distinct().Order().ToArray());
        var needed = constant.Numerator * (scale / constant.Denominator) + (rule.Comparison == ComparisonPolicy.MoreThan ? 1 : 0);

        return [.. waiting.Where(group =>
        {
            var others = scaled.Where(s => s.Key != group).Select(s => s.Value).OrderBy(values => values.Length).ToArray();
            var left = MostCombinations;
            return CanReach(others, needed - scaled[group][^1], needed - scaled[group][0] - 1, ref left);
        })];
    }

    // How many ways a group's waiting seats can still vote.
    private static double Ways(DecisionRule.Weighted rule, Tally tally) =>
        rule.LeavesAbstentionsOut ? (tally.Pending + 1.0) * (tally.Pending + 2.0) / 2 : tally.Pending + 1.0;

    private static IEnumerable<Fraction> Standings(DecisionRule.Weighted rule, Tally tally)
    {
        var share = rule.Shares.First(s => s.Group == tally.Group);
        for (var abstaining = 0; abstaining <= (rule.LeavesAbstentionsOut ? tally.Pending : 0); abstaining++)
        {
            for (var inFavour = 0; inFavour <= tally.Pending - abstaining; inFavour++)
            {
                var weight = rule.WeightOf(share, new Tally(
                    tally.Group, tally.Present, tally.For + inFavour, tally.Against, tally.Abstained + abstaining));
                yield return rule.Redistributes && weight.IsThere ? weight.InFavour - rule.Threshold * share.Share : weight.InFavour;
            }
        }
    }

    // Whether one value of each sorted list can be taken so that their sum lies from lowest to highest.
    private static bool CanReach(ReadOnlySpan<BigInteger[]> lists, BigInteger lowest, BigInteger highest, ref int left)
    {
        if (lists.IsEmpty)
            return lowest <= 0 && highest >= 0;
        if (lists.Length == 1)
        {
            var found = Array.BinarySearch(lists[0], lowest);
            return found >= 0 || (~found < lists[0].Length && lists[0][~found] <= highest);
        }
        foreach (var value in lists[0])
        {
            if (--left < 0)
                return true;
            if (CanReach(lists[1..], lowest - value, highest - value, ref left))
                return true;
        }
        return false;
    }
}
