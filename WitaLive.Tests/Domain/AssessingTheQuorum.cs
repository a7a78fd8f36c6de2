using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain;
using WitaLive.Domain.Quorum;

namespace WitaLive.Tests.Domain;

public class AssessingTheQuorum
{
    private static readonly Gen<(FormationCode Formation, int[] Seats)> s_present =
        from formation in Gen.Elements(TheRules.Restricted, TheRules.Enlarged, TheRules.Plenary)
        from counts in Gen.Choose(0, 1_000).ArrayOf(4)
        let most = TheRules.VotingGroups.Select(g => TheRules.InForce.Composition.Formation(formation).SeatsOf(g)).ToArray()
        select (formation, counts.Select((n, i) => n % (most[i] + 1)).ToArray());

    [Fact]
    public void Asks_half_of_each_bloc_and_a_chair() =>
        Prop.ForAll(Arb.From(s_present), present =>
        {
            var rule = TheRules.InForce.Quorum(present.Formation);
            var half = TheRules.InForce.Composition.Formation(present.Formation).AllSeats / 4m;
            var enough = present.Seats[0] >= half && present.Seats[1..].Sum() >= half;
            return rule.Assess(Seats(present.Seats), rule.Chairs[0], false).Reached == enough
                && !rule.Assess(Seats(present.Seats), null, false).Reached;
        }).IsTried();

    [Fact]
    public void Lets_nobody_decide_without_a_chair_however_many_are_there() =>
        Prop.ForAll(Arb.From(s_present), Arb.From(Gen.Elements(true, false)), (present, second) =>
            !TheRules.InForce.Quorum(present.Formation).Assess(Seats(present.Seats), null, second).MayDecide).IsTried();

    [Fact]
    public void Is_never_lost_by_one_more_seat_there() =>
        Prop.ForAll(Arb.From(s_present), Arb.From(Gen.Choose(0, 3)), Arb.From(Gen.Elements(true, false)), (present, group, second) =>
        {
            var (rule, more) = (TheRules.InForce.Quorum(present.Formation), present.Seats.ToArray());
            more[group] = Math.Min(more[group] + 1, TheRules.InForce.Composition.Formation(present.Formation).SeatsOf(TheRules.VotingGroups[group]));
            var (before, after) = (rule.Assess(Seats(present.Seats), rule.Chairs[^1], second), rule.Assess(Seats(more), rule.Chairs[^1], second));
            return (!before.Reached || after.Reached) && (!before.MayDecide || after.MayDecide);
        }).IsTried();

    [Fact]
    public void Counts_the_others_together_whichever_group_they_are_of() =>
        Prop.ForAll(Arb.From(s_present), Arb.From(Gen.Shuffle(new[] { 1, 2, 3 })), (present, order) =>
        {
            // In every formation the three other groups have as many seats each: their numbers may change places.
            var rule = TheRules.InForce.Quorum(present.Formation);
            int[] swapped = [present.Seats[0], .. order.Select(group => present.Seats[group])];
            return rule.Assess(Seats(present.Seats), rule.Chairs[0], false) == rule.Assess(Seats(swapped), rule.Chairs[0], false);
        }).IsTried();

    [Fact]
    public void Follows_from_what_is_reached_the_convocation_and_the_chair_alone() =>
        Prop.ForAll(Arb.From(s_present), Arb.From(Gen.Elements(true, false)), Arb.From(Gen.Elements(true, false)), (present, chair, second) =>
        {
            var rule = TheRules.InForce.Quorum(present.Formation);
            var status = rule.Assess(Seats(present.Seats), chair ? rule.Chairs[0] : null, second);
            var wanted = status.Reached ? QuorumConsequence.Decide
                : !second || !chair ? QuorumConsequence.Reconvene
                : present.Formation == TheRules.Restricted ? QuorumConsequence.Refer
                : QuorumConsequence.DecideWhateverTheNumber;
            return status.ChairPresent == chair && status.Consequence == wanted
                && status.MayDecide == (wanted is QuorumConsequence.Decide or QuorumConsequence.DecideWhateverTheNumber);
        }).IsTried();

    [Fact]
    public void Lets_a_second_enlarged_meeting_decide_whatever_the_number()
    {
        var status = TheRules.InForce.Quorum(TheRules.Enlarged).Assess(Seats([1, 0, 0, 0]), new ChairRole("president"), true);

        Assert.True(status is { Reached: false, MayDecide: true });
    }

    [Fact]
    public void Does_not_count_groups_with_a_consultative_voice()
    {
        var present = Seats([5, 3, 1, 0]);
        present[new GroupCode("communities")] = 3;

        Assert.False(TheRules.InForce.Quorum(TheRules.Enlarged).Assess(present, new ChairRole("president"), false).Reached);
    }

    [Fact]
    public void Is_a_mistake_with_more_seats_than_there_are() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TheRules.InForce.Quorum(TheRules.Restricted).Assess(Seats([4, 1, 1, 1]), null, false));

    [Theory]
    [InlineData("enlarged", "2026-01-31", "2026-02-28", true), InlineData("enlarged", "2026-01-31", "2026-03-01", false)]
    [InlineData("enlarged", "2026-01-31", "2026-01-31", false), InlineData("restricted", "2026-01-31", "2026-01-31", true)]
    [InlineData("restricted", "2026-03-15", "2026-04-15", true), InlineData("restricted", "2026-03-15", "2026-04-16", false)]
    [InlineData("plenary", "2026-03-15", "2026-03-15", false), InlineData("plenary", "2026-03-15", "2026-03-16", true)]
    public void Allows_the_second_meeting_within_a_month(string formation, string first, string second, bool allowed) =>
        Assert.Equal(allowed, TheRules.InForce.Quorum(new FormationCode(formation)).AllowsSecond(Day(first), Day(second)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private static Dictionary<GroupCode, int> Seats(int[] seats) => TheRules.VotingGroups.Select((code, i) => (code, seats[i])).ToDictionary();
}
