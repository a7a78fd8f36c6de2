using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain;
using WitaLive.Domain.Decisions;

namespace WitaLive.Tests.Domain;

public class DecisionRuleProperties
{
    private static readonly DecisionRule[] s_all =
    [
        new DecisionRule.Unanimity(AbstentionBreaksIt: true), new DecisionRule.Unanimity(AbstentionBreaksIt: false),
        .. from abstention in Enum.GetValues<AbstentionPolicy>()
           from absent in Enum.GetValues<AbsentGroupPolicy>()
           from split in Enum.GetValues<SplitPolicy>()
           from comparison in Enum.GetValues<ComparisonPolicy>()
           select TheRules.Sixty.With(abstention, absent, split, comparison),
    ];

    private static readonly Gen<DecisionRule> s_rules = Gen.Elements(s_all);

    private static readonly Gen<ImmutableArray<Tally>> s_votes = VotesUpTo(9, 3, 3, 3);

    [Fact]
    public void One_more_vote_in_favour_never_loses_a_proposal() =>
        Holds(s_votes.Where(v => v.Any(t => t.Against > 0)), (rule, votes) =>
        {
            var swayed = votes.First(t => t.Against > 0);
            var after = votes.Replace(swayed, new(swayed.Group, swayed.Present, swayed.For + 1, swayed.Against - 1, swayed.Abstained));
            return !rule.Count(votes).Carried || (rule.Count(after).Carried && rule.Count(after).InFavour >= rule.Count(votes).InFavour);
        });

    [Fact]
    public void Nothing_is_carried_with_nobody_in_favour() =>
        Holds(s_votes, (rule, votes) => rule.Count([.. votes.Select(t => new Tally(t.Group, t.Present, 0, t.Against, t.Abstained))]) is { Carried: false, Unanimous: false } count
            && count.InFavour == Fraction.Zero);

    [Fact]
    public void A_proposal_and_its_opposite_are_never_both_carried() =>
        Holds(s_votes, (rule, votes) => !(rule.Count(votes).Carried
            && rule.Count([.. votes.Select(t => new Tally(t.Group, t.Present, t.Against, t.For, t.Abstained))]).Carried));

    [Fact]
    public void The_order_of_the_groups_does_not_matter() =>
        Holds(s_votes, (rule, votes) => rule.Count(votes) == rule.Count([.. votes.Reverse()])
            && rule.Count(votes) == rule.Count([.. votes.Where(t => t.Present > 0)]));

    [Fact]
    public void What_is_in_favour_lies_between_nothing_and_everything() =>
        Holds(s_votes, (rule, votes) => rule.Count(votes).InFavour is var part && part >= Fraction.Zero && part <= Fraction.One);

    // Twelfths of twelfths are enough to write every share of the enlarged chamber as a whole number of one small unit.
    [Fact]
    public void Shares_over_present_seats_agree_with_counting_in_whole_units() =>
        Holds(s_votes, (_, votes) =>
        {
            const long Unit = 9 * 8 * 7 * 5;
            var units = votes.Where(t => t.Present > 0).Sum(t => (t.Group == TheRules.VotingGroups[0] ? 3 : 1) * Unit / t.Present * t.For);
            return TheRules.Sixty.Count(votes).InFavour == new Fraction(units, 6 * Unit)
                && TheRules.Sixty.Count(votes).Carried == (units * 5 >= 6 * Unit * 3);
        });

    [Fact]
    public void A_rule_read_back_from_its_json_is_the_same_rule() =>
        Assert.All(s_all, rule => Assert.Equal(rule, JsonSerializer.Deserialize<DecisionRule>(JsonSerializer.Serialize(rule))));

    [Theory]
    [InlineData("""{"kind":"weighted","Threshold":"1/2","Shares":[{"Group":"a","Share":"1/1","Seats":3}],"Abstention":"inBase","AbsentGroup":"lost","Split":"presentSeats","Comparison":"atLeast"}""")]
    [InlineData("""{"kind":"weighted","Threshold":"3/5","Shares":[{"Group":"a","Share":"1/2","Seats":3},{"Group":"b","Share":"1/3","Seats":3}],"Abstention":"inBase","AbsentGroup":"lost","Split":"presentSeats","Comparison":"atLeast"}""")]
    [InlineData("""{"kind":"weighted","Threshold":"3/5","Shares":[{"Group":"a","Share":"1/2","Seats":3},{"Group":"a","Share":"1/2","Seats":3}],"Abstention":"inBase","AbsentGroup":"lost","Split":"presentSeats","Comparison":"atLeast"}""")]
    [InlineData("""{"kind":"weighted","Threshold":"3/5","Shares":[],"Abstention":"inBase","AbsentGroup":"lost","Split":"presentSeats","Comparison":"atLeast"}""")]
    public void A_rule_that_could_carry_both_or_does_not_add_up_is_refused(string json) =>
        Assert.Throws<ArgumentException>(() => JsonSerializer.Deserialize<DecisionRule>(json));

    [Fact]
    public void A_group_the_rule_does_not_know_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => TheRules.Sixty.Count([new(new GroupCode("communities"), 1, 1, 0, 0)]));
        Assert.Throws<ArgumentException>(() => TheRules.Sixty.Count([new(TheRules.VotingGroups[1], 4, 4, 0, 0)]));
        Assert.Throws<ArgumentException>(() => TheRules.Sixty.Count([new(TheRules.VotingGroups[1], 1, 1, 0, 0), new(TheRules.VotingGroups[1], 1, 1, 0, 0)]));
    }

    [Fact]
    public void More_votes_than_seats_make_no_tally()
    {
        Assert.Throws<ArgumentException>(() => new Tally(TheRules.VotingGroups[0], 2, 1, 1, 1));
        Assert.Throws<ArgumentException>(() => new Tally(TheRules.VotingGroups[0], 2, int.MaxValue, int.MaxValue, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tally(TheRules.VotingGroups[0], 2, -1, 1, 1));
    }

    internal static Gen<ImmutableArray<Tally>> VotesUpTo(params int[] seats) =>
        from counts in Gen.Choose(0, 1_000_000).ArrayOf(seats.Length * 4)
        select TheRules.VotingGroups.Select((code, i) =>
        {
            var present = counts[i * 4] % (seats[i] + 1);
            var inFavour = counts[i * 4 + 1] % (present + 1);
            var against = counts[i * 4 + 2] % (present - inFavour + 1);
            return new Tally(code, present, inFavour, against, counts[i * 4 + 3] % (present - inFavour - against + 1));
        }).ToImmutableArray();

    private static void Holds(Gen<ImmutableArray<Tally>> votes, Func<DecisionRule, ImmutableArray<Tally>, bool> property) =>
        Prop.ForAll(Arb.From(s_rules), Arb.From(votes), property).IsTried(1_000);
}
