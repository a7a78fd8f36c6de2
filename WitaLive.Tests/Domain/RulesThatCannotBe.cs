using WitaLive.Domain;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Quorum;

namespace WitaLive.Tests.Domain;

/// <summary>A rule that could be asked and would answer nonsense is refused where it is made; two rules are the same only when all of them is.</summary>
public class RulesThatCannotBe
{
    private static readonly GroupCode s_experts = new("experts");

    private static readonly Fraction s_half = new(1, 2);

    private static readonly QuorumRule s_enlarged = TheRules.InForce.Quorum(TheRules.Enlarged);

    [Fact]
    public void A_bloc_has_a_name_groups_seats_and_a_share_of_them()
    {
        Assert.Throws<ArgumentException>(() => new Bloc(" ", [s_experts], 3, s_half));
        Assert.Throws<ArgumentException>(() => new Bloc("experts", [], 3, s_half));
        Assert.Throws<ArgumentException>(() => new Bloc("experts", default, 3, s_half));
        Assert.Throws<ArgumentException>(() => new Bloc("experts", [s_experts], 0, s_half));
        Assert.Throws<ArgumentException>(() => new Bloc("experts", [s_experts], 3, Fraction.Zero));
        Assert.Throws<ArgumentException>(() => new Bloc("experts", [s_experts], 3, new(4, 3)));
    }

    [Theory] // the smallest whole number that is at least the share
    [InlineData(3, 1, 2, 2), InlineData(9, 1, 2, 5), InlineData(18, 1, 2, 9), InlineData(1, 1, 2, 1), InlineData(9, 1, 1, 9), InlineData(9, 1, 3, 3), InlineData(10, 1, 3, 4), InlineData(9, 2, 3, 6), InlineData(1000, 1, 1000, 1)]
    public void A_bloc_needs_the_next_whole_seat(int seats, int above, int below, int needed)
    {
        var bloc = new Bloc("experts", [s_experts], seats, new(above, below));

        Assert.Equal(needed, bloc.Needed);
        Assert.False(bloc.Count(new Dictionary<GroupCode, int> { [s_experts] = needed - 1 }).IsReached);
        Assert.True(bloc.Count(new Dictionary<GroupCode, int> { [s_experts] = needed }).IsReached);
        Assert.Equal(seats, bloc.Count(new Dictionary<GroupCode, int> { [s_experts] = seats }).Present);
    }

    [Fact]
    public void A_bloc_counts_neither_fewer_than_none_nor_more_than_all()
    {
        var bloc = s_enlarged.Blocs[1];

        Assert.Throws<ArgumentOutOfRangeException>(() => bloc.Count(new Dictionary<GroupCode, int> { [bloc.Groups[0]] = -1, [bloc.Groups[1]] = 3 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => bloc.Count(new Dictionary<GroupCode, int> { [bloc.Groups[0]] = 5, [bloc.Groups[1]] = 5 }));
        Assert.Throws<ArgumentNullException>(() => bloc.Count(null!));
    }

    [Fact]
    public void A_quorum_rule_has_blocs_apart_somebody_to_preside_and_time_for_a_second_meeting()
    {
        var rule = s_enlarged;

        Assert.Throws<ArgumentException>(() => Made(blocs: []));
        Assert.Throws<ArgumentException>(() => Made(blocs: default(ImmutableArray<Bloc>)));
        Assert.Throws<ArgumentException>(() => Made(blocs: [rule.Blocs[0], rule.Blocs[0]]));
        Assert.Throws<ArgumentException>(() => Made(chairs: []));
        Assert.Throws<ArgumentException>(() => Made(months: 0));
        Assert.Throws<ArgumentNullException>(() => new QuorumRule(rule.Blocs, rule.Chairs, null!, true, 1));
        Assert.Equal(rule, Made());
    }

    [Fact]
    public void Quorum_rules_are_the_same_only_when_all_of_them_is()
    {
        var bloc = s_enlarged.Blocs[0];
        QuorumRule[] others =
        [
            Made(blocs: [s_enlarged.Blocs[0]]), Made(chairs: [s_enlarged.Chairs[0]]), Made(months: 2), Made(sameDay: false),
            Made(second: new SecondFailure.ReferTo(TheRules.Plenary)),
            Made(blocs: [new("Experts", bloc.Groups, bloc.Seats, bloc.Share), s_enlarged.Blocs[1]]),
            Made(blocs: [new(bloc.Name, [new("others")], bloc.Seats, bloc.Share), s_enlarged.Blocs[1]]),
            Made(blocs: [new(bloc.Name, bloc.Groups, bloc.Seats + 1, bloc.Share), s_enlarged.Blocs[1]]),
            Made(blocs: [new(bloc.Name, bloc.Groups, bloc.Seats, new(2, 3)), s_enlarged.Blocs[1]]),
        ];

        Assert.All(others, other => Assert.NotEqual(s_enlarged, other));
        Assert.False(s_enlarged.Equals(null));
        Assert.False(bloc.Equals(null));
        Assert.Equal(s_enlarged.GetHashCode(), Made().GetHashCode());
        Assert.Equal(bloc.GetHashCode(), new Bloc(bloc.Name, [.. bloc.Groups], bloc.Seats, bloc.Share).GetHashCode());
    }

    [Fact]
    public void Two_counts_of_a_quorum_are_the_same_only_when_all_of_them_is()
    {
        var status = s_enlarged.Assess(new Dictionary<GroupCode, int> { [s_experts] = 5 }, s_enlarged.Chairs[0], false);
        var chair = s_enlarged.Chairs[0];

        Assert.Equal(status, s_enlarged.Assess(new Dictionary<GroupCode, int> { [s_experts] = 5 }, chair, false));
        Assert.Equal(status.GetHashCode(), s_enlarged.Assess(new Dictionary<GroupCode, int> { [s_experts] = 5 }, chair, false).GetHashCode());
        Assert.NotEqual(status, s_enlarged.Assess(new Dictionary<GroupCode, int> { [s_experts] = 6 }, chair, false));
        Assert.NotEqual(status, s_enlarged.Assess(new Dictionary<GroupCode, int> { [s_experts] = 5 }, chair, true));
        Assert.NotEqual(status, s_enlarged.Assess(new Dictionary<GroupCode, int> { [s_experts] = 5 }, null, false));
        Assert.False(status.Equals(null));
    }

    [Fact]
    public void A_share_is_above_nothing_at_most_all_and_of_a_group_with_seats()
    {
        Assert.Throws<ArgumentException>(() => new GroupShare(s_experts, Fraction.Zero, 9));
        Assert.Throws<ArgumentException>(() => new GroupShare(s_experts, new(3, 2), 9));
        Assert.Throws<ArgumentException>(() => new GroupShare(s_experts, s_half, 0));
        Assert.Equal(1, new GroupShare(s_experts, Fraction.One, 1).Seats);
    }

    [Fact]
    public void A_threshold_is_above_half_and_may_be_all()
    {
        Assert.Throws<ArgumentException>(() => Weighing(s_half));
        Assert.Throws<ArgumentException>(() => Weighing(new(11, 10)));
        var all = Weighing(Fraction.One);

        Assert.True(all.Count([new(s_experts, 2, 2, 0, 0)]).Carried);
        Assert.False(all.Count([new(s_experts, 2, 1, 0, 0)]).Carried);
    }

    [Fact]
    public void Weighted_rules_are_the_same_only_when_all_of_them_is()
    {
        var rule = TheRules.Sixty;
        DecisionRule.Weighted[] others =
        [
            rule.With(abstention: AbstentionPolicy.OutOfBase), rule.With(absentGroup: AbsentGroupPolicy.Redistributed), rule.With(split: SplitPolicy.AllSeats),
            rule.With(comparison: ComparisonPolicy.MoreThan),
            new(new(2, 3), rule.Shares, rule.Abstention, rule.AbsentGroup, rule.Split, rule.Comparison),
            new(rule.Threshold, [.. rule.Shares.Reverse()], rule.Abstention, rule.AbsentGroup, rule.Split, rule.Comparison),
        ];

        Assert.All(others, other => Assert.NotEqual(rule, other));
        Assert.False(rule.Equals((DecisionRule.Weighted?)null));
        Assert.Equal(rule, rule.With());
        Assert.Equal(rule.GetHashCode(), rule.With().GetHashCode());
    }

    [Fact]
    public void Heads_of_one_group_are_not_counted_twice() =>
        Assert.Throws<ArgumentException>(() => new DecisionRule.Unanimity(false).Count([new(s_experts, 1, 1, 0, 0), new(s_experts, 1, 1, 0, 0)]));

    private static DecisionRule.Weighted Weighing(Fraction threshold) => new(
        threshold, [new(s_experts, Fraction.One, 3)], AbstentionPolicy.InBase, AbsentGroupPolicy.Lost, SplitPolicy.PresentSeats, ComparisonPolicy.AtLeast);

    private static QuorumRule Made(
        ImmutableArray<Bloc>? blocs = null, ImmutableArray<ChairRole>? chairs = null, SecondFailure? second = null, bool sameDay = true, int months = 1) =>
        new(blocs ?? s_enlarged.Blocs, chairs ?? s_enlarged.Chairs, second ?? s_enlarged.SecondFailure, sameDay, months);
}
