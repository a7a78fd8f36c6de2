using WitaLive.Domain;
using WitaLive.Domain.Decisions;

namespace WitaLive.Tests.Domain;

/// <summary>The tables under data/rules, read by anyone who knows the law.</summary>
public class WorkedCases
{
    public static TheoryData<string> Quorums { get; } = [.. TheRules.Table("quorum.csv").Select(cells => string.Join(';', cells))];

    public static TheoryData<string> Decisions { get; } = [.. TheRules.Table("decision.csv").Select(cells => string.Join(';', cells))];

    [Theory]
    [MemberData(nameof(Quorums))]
    public void Of_the_quorum_come_out_as_written(string line)
    {
        var cells = line.Split(';');
        var present = TheRules.VotingGroups.Select((group, i) => (group, int.Parse(cells[i + 1], null))).ToDictionary();

        var status = TheRules.InForce.Quorum(new FormationCode(cells[0]))
            .Assess(present, cells[5] == "none" ? null : new ChairRole(cells[5]), cells[6] == "yes");

        Assert.Equal(cells[7] == "yes", status.Reached);
        Assert.Equal(cells[8], status.Consequence.ToString(), ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Of_the_decision_come_out_as_written(string line)
    {
        var cells = line.Split(';');

        var count = Rule(cells[0], cells[5].Split(' ')).Count([.. TheRules.VotingGroups.Select((group, i) => Votes(group, cells[i + 1]))]);

        Assert.Equal(cells[6] == "yes", count.Carried);
        Assert.Equal(cells[7] == "yes", count.Unanimous);
        Assert.Equal(cells[8], count.InFavour.ToString());
    }

    private static Tally Votes(GroupCode group, string cell) =>
        cell.Split(' ').Select(n => int.Parse(n, null)).ToArray() is [var present, var inFavour, var against, var abstained]
            ? new(group, present, inFavour, against, abstained)
            : throw new FormatException(cell);

    private static DecisionRule Rule(string formation, string[] policy) => TheRules.InForce.Decision(new FormationCode(formation)) switch
    {
        DecisionRule.Weighted rule => rule.With(
            Word<AbstentionPolicy>(policy), Word<AbsentGroupPolicy>(policy), Word<SplitPolicy>(policy), Word<ComparisonPolicy>(policy)),
        var rule => policy.Contains("abstentionBreaksUnanimity") ? new DecisionRule.Unanimity(true) : rule,
    };

    private static T? Word<T>(string[] policy) where T : struct, Enum
    {
        foreach (var word in policy)
        {
            if (Enum.TryParse<T>(word, ignoreCase: true, out var value))
                return value;
        }
        return null;
    }
}
