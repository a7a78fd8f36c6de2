using WitaLive.Domain;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain;

/// <summary>The rules as committed under data/rules, and the tables of worked cases beside them.</summary>
internal static class TheRules
{
    public static string Directory { get; } = Path.Combine(Root(), "data", "rules");

    public static IReadOnlyDictionary<string, string> Files { get; } =
        RuleBook.FileNames.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(Directory, name)));

    public static RuleBook Book { get; } = new(Files);

    public static RulesInForce InForce { get; } = Book.On(new DateOnly(2026, 11, 22));

    public static FormationCode Restricted { get; } = new("restricted");

    public static FormationCode Enlarged { get; } = new("enlarged");

    public static FormationCode Plenary { get; } = new("plenary");

    public static DecisionRule.Weighted Sixty { get; } = (DecisionRule.Weighted)InForce.Decision(Enlarged);

    public static ImmutableArray<GroupCode> VotingGroups { get; } = [.. InForce.Composition.VotingGroups(Enlarged).Select(g => g.Code)];

    /// <summary>The cells of a table, without its heading and its lines of explanation.</summary>
    public static IEnumerable<string[]> Table(string name) => File.ReadLines(Path.Combine(Directory, name))
        .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(';', StringSplitOptions.TrimEntries));

    public static DecisionRule.Weighted With(
        this DecisionRule.Weighted rule, AbstentionPolicy? abstention = null, AbsentGroupPolicy? absentGroup = null,
        SplitPolicy? split = null, ComparisonPolicy? comparison = null) =>
        new(rule.Threshold, rule.Shares, abstention ?? rule.Abstention, absentGroup ?? rule.AbsentGroup, split ?? rule.Split, comparison ?? rule.Comparison);

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "WitaLive.sln")))
            directory = directory.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        return directory.FullName;
    }
}
