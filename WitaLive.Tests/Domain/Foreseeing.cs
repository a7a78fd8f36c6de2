using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain.Decisions;

namespace WitaLive.Tests.Domain;

public class Foreseeing
{
    private static readonly DecisionRule s_twelve = new DecisionRule.Weighted(
        new(3, 5), [.. TheRules.Sixty.Shares.Select((s, i) => new GroupShare(s.Group, s.Share, i == 0 ? 4 : 2))],
        AbstentionPolicy.InBase, AbsentGroupPolicy.Lost, SplitPolicy.PresentSeats, ComparisonPolicy.AtLeast);

    private static readonly Gen<DecisionRule> s_rules = Gen.Elements(
    [
        new DecisionRule.Unanimity(AbstentionBreaksIt: true), new DecisionRule.Unanimity(AbstentionBreaksIt: false),
        .. from abstention in Enum.GetValues<AbstentionPolicy>()
           from absent in Enum.GetValues<AbsentGroupPolicy>()
           from split in Enum.GetValues<SplitPolicy>()
           from comparison in Enum.GetValues<ComparisonPolicy>()
           select (DecisionRule)((DecisionRule.Weighted)s_twelve).With(abstention, absent, split, comparison),
    ]);

    [Fact]
    public void Agrees_with_going_through_every_way_of_voting() =>
        Prop.ForAll(Arb.From(s_rules), Arb.From(DecisionRuleProperties.VotesUpTo(4, 2, 2, 2)), (rule, soFar) =>
        {
            var ends = Ends(soFar).Select(end => (end, rule.Count(end).Carried)).ToList();
            var foreseen = rule.Foresee(soFar);
            var certain = ends.All(e => e.Carried == ends[0].Carried);
            var able = soFar.Select(t => t.Group).Where(group => ends
                .GroupBy(e => string.Join(' ', e.end.Where(t => t.Group != group)))
                .Any(same => same.Any(e => e.Carried) && same.Any(e => !e.Carried)));
            return certain
                ? foreseen.Carried == ends[0].Carried && foreseen.CanStillChange.IsEmpty
                : foreseen.Carried is null && foreseen.CanStillChange.ToHashSet().SetEquals(able);
        }).IsTried(300);

    [Fact]
    public void Names_only_the_group_that_can_make_the_difference()
    {
        // 6-2-3-1 present, 50 % in favour: the one union seat left brings 5.56 %, the one employer 16.67 %.
        var foreseen = TheRules.Sixty.Foresee([Tally(0, 6, 6, 0), Tally(1, 2, 0, 2), Tally(2, 3, 0, 2), Tally(3, 1, 0, 0)]);

        Assert.False(foreseen.IsCertain);
        Assert.Equal(TheRules.VotingGroups[3], Assert.Single(foreseen.CanStillChange));
    }

    [Fact]
    public void Is_certain_as_soon_as_the_last_seats_cannot_turn_it()
    {
        Assert.True(TheRules.Sixty.Foresee([Tally(0, 9, 9, 0), Tally(1, 3, 2, 0), Tally(2, 3, 0, 0), Tally(3, 3, 0, 0)]).Carried);
        Assert.False(TheRules.Sixty.Foresee([Tally(0, 9, 0, 9), Tally(1, 3, 0, 0), Tally(2, 3, 0, 0), Tally(3, 3, 0, 0)]).Carried);
        Assert.False(new DecisionRule.Unanimity(false).Foresee([Tally(0, 3, 0, 1), Tally(1, 1, 0, 0)]).Carried);
    }

    [Fact]
    public void Takes_bounded_work_for_a_thousand_seats()
    {
        ImmutableArray<int> seats = [503, 167, 163, 167];
        var rule = new DecisionRule.Weighted(
            TheRules.Sixty.Threshold, [.. TheRules.Sixty.Shares.Select((s, i) => new GroupShare(s.Group, s.Share, seats[i]))],
            AbstentionPolicy.OutOfBase, AbsentGroupPolicy.Redistributed, SplitPolicy.PresentSeats, ComparisonPolicy.MoreThan);
        var watch = Stopwatch.StartNew();
        foreach (var policy in Enum.GetValues<AbstentionPolicy>())
        {
            foreach (var voted in (int[])[0, 40, 80, 120, 160, 163])
            {
                var soFar = seats.Select((n, i) => Tally(i, n, voted * n / 167, 0)).ToImmutableArray();
                Assert.NotNull(rule.With(policy).Foresee(soFar));
            }
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    private static Tally Tally(int group, int present, int inFavour, int against) => new(TheRules.VotingGroups[group], present, inFavour, against, 0);

    private static IEnumerable<ImmutableArray<Tally>> Ends(ImmutableArray<Tally> soFar) => soFar.Aggregate(
        (IEnumerable<ImmutableArray<Tally>>)[[]],
        (ends, t) => ends.SelectMany(_ => Endings(t), (end, last) => end.Add(last)));

    private static IEnumerable<Tally> Endings(Tally t) =>
        from inFavour in Enumerable.Range(0, t.Pending + 1)
        from against in Enumerable.Range(0, t.Pending - inFavour + 1)
        select new Tally(t.Group, t.Present, t.For + inFavour, t.Against + against, t.Abstained + t.Pending - inFavour - against);
}
