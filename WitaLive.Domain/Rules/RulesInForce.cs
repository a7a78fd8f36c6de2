using WitaLive.Domain.Decisions;
using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Rules;

/// <summary>All the rules as they are on one day.</summary>
public sealed class RulesInForce
{
    private readonly ImmutableDictionary<FormationCode, (QuorumRule Rule, ImmutableArray<string> Sources)> _quorums;
    private readonly ImmutableDictionary<FormationCode, (DecisionRule Rule, ImmutableArray<string> Sources)> _decisions;
    private readonly ImmutableDictionary<FormationCode, FormationCode?> _notCarried;

    internal RulesInForce(
        DateOnly day, Composition composition, (Quorums Quorums, Majorities Majorities) votes, (Notice Notice, Thresholds Thresholds) figures, OpenPoints openPoints)
    {
        (Day, Composition, Notice, Thresholds, OpenPoints) = (day, composition, figures.Notice, figures.Thresholds, openPoints);
        _quorums = Compose(votes.Quorums.Formations, "quorum.json", (formation, quorum) => QuorumOf(formation, quorum));
        _decisions = Compose(votes.Majorities.Formations, "majority.json", (formation, majority) => DecisionOf(formation, majority));
        _notCarried = Compose(votes.Majorities.Formations, "majority.json", (_, majority) => majority.NotCarriedRefersTo);
        foreach (var (formation, refersTo) in _notCarried)
        {
            if (refersTo is { } other && composition.Formations.All(f => f.Code != other))
                throw new RuleDataException("majority.json", $"formations.{formation}.notCarriedRefersTo", $"there is no formation {other}.");
        }
        foreach (var (formation, (rule, _)) in _quorums)
        {
            if (rule.RefersTo is { } other && composition.Formations.All(f => f.Code != other))
                throw new RuleDataException("quorum.json", $"formations.{formation}.secondFailure", $"there is no formation {other}.");
        }
    }

    public DateOnly Day { get; }

    public Composition Composition { get; }

    public Notice Notice { get; }

    public Thresholds Thresholds { get; }

    public OpenPoints OpenPoints { get; }

    /// <summary>Whether a starter attestation comes before an ordinary one.</summary>
    /// <exception cref="RuleDataException">The setting is missing.</exception>
    /// <remarks>Open point O-25.</remarks>
    public OpenPoint StarterBeforeOrdinary => OpenPoints.Find("starterBeforeOrdinary") ?? throw new RuleDataException(OpenPoints.File, "points", "starterBeforeOrdinary is missing.");

    public required FileKinds FileKinds { get; init; }

    public required PlanningRule Planning { get; init; }

    public required MandateRule Mandates { get; init; }

    public required FeeRule Fees { get; init; }

    public required EvocationRule Evocation { get; init; }

    public required Procedure Procedure { get; init; }

    public required ReportRule Reports { get; init; }

    public required RulingRule Rulings { get; init; }

    public required AmateurRule Amateurs { get; init; }

    public required PrincipleRule Principles { get; init; }

    public required FiguresRule Figures { get; init; }

    public required RetentionRule Retention { get; init; }

    public required CadastreStart Cadastre { get; init; }

    /// <summary>To be stored with the meeting it governs.</summary>
    /// <exception cref="ArgumentException">There is no such formation.</exception>
    public QuorumRule Quorum(FormationCode formation) => Of(_quorums, formation).Rule;

    /// <summary>To be stored with the ballot it governs.</summary>
    /// <exception cref="ArgumentException">There is no such formation.</exception>
    public DecisionRule Decision(FormationCode formation) => Of(_decisions, formation).Rule;

    /// <summary>Where an item goes when nothing is carried; null where it is put again or postponed (O-8).</summary>
    /// <exception cref="ArgumentException">There is no such formation.</exception>
    /// <remarks>Source: royal decree of 13 March 2023, art. 4 § 4.</remarks>
    public FormationCode? NotCarriedRefersTo(FormationCode formation) => Of(_notCarried, formation);

    /// <summary>The articles and open points behind <see cref="Quorum"/>, such as "AR 4 §3" and "O-7".</summary>
    public ImmutableArray<string> QuorumSources(FormationCode formation) => Of(_quorums, formation).Sources;

    /// <summary>The articles and open points behind <see cref="Decision"/>, such as "L 3 §3" and "O-2".</summary>
    public ImmutableArray<string> DecisionSources(FormationCode formation) => Of(_decisions, formation).Sources;

    private static T Of<T>(ImmutableDictionary<FormationCode, T> rules, FormationCode formation) =>
        rules.TryGetValue(formation, out var rule) ? rule : throw new ArgumentException($"There is no formation {formation}.", nameof(formation));

    private ImmutableDictionary<FormationCode, TRule> Compose<T, TRule>(
        ImmutableDictionary<FormationCode, T> data, string file, Func<Formation, T, TRule> compose)
    {
        if (data.Keys.FirstOrDefault(code => Composition.Formations.All(f => f.Code != code)) is { Value: { } unknown })
            throw new RuleDataException(file, $"formations.{unknown}", "the composition knows no such formation.");
        return Composition.Formations.ToImmutableDictionary(f => f.Code, formation =>
        {
            if (!data.TryGetValue(formation.Code, out var rule))
                throw new RuleDataException(file, "formations", $"the formation {formation.Code} is missing.");
            try
            {
                return compose(formation, rule);
            }
            catch (ArgumentException e)
            {
                throw new RuleDataException(file, $"formations.{formation.Code}", e.Message, e);
            }
        });
    }

    private (QuorumRule, ImmutableArray<string>) QuorumOf(Formation formation, FormationQuorum quorum)
    {
        var (second, chairs) = ($"{formation.Code}.secondFailure", $"{formation.Code}.furtherChairs");
        var blocs = quorum.Blocs.Select(b => new Bloc(b.Name, b.Groups, b.Groups.Sum(formation.SeatsOf), b.Share));
        var further = OpenPoints.Find(chairs) is null ? [] : OpenPoints.Read<ImmutableArray<ChairRole>>(chairs);
        var rule = new QuorumRule(
            [.. blocs], [.. quorum.Chairs, .. further], quorum.SecondFailure ?? OpenPoints.Read<SecondFailure>(second), quorum.SecondNeverOnSameDay, quorum.MonthsToSecond);
        return (rule, [.. quorum.Source, .. Numbers(quorum.SecondFailure is null ? [second, chairs] : [chairs])]);
    }

    private (DecisionRule, ImmutableArray<string>) DecisionOf(Formation formation, Majority majority)
    {
        if (majority.Kind == MajorityKind.Unanimity)
        {
            const string Breaks = "abstentionBreaksUnanimity";
            return (new DecisionRule.Unanimity(OpenPoints.Read<bool>(Breaks)), [.. majority.Source, .. Numbers([Breaks])]);
        }
        if (majority is not { Threshold: { } threshold, Shares: { } shares })
            throw new ArgumentException("A weighted majority has a threshold and shares.");
        var rule = new DecisionRule.Weighted(
            threshold,
            [.. Composition.Groups.Where(g => shares.ContainsKey(g.Code)).Select(g => new GroupShare(g.Code, shares[g.Code], formation.SeatsOf(g.Code)))],
            OpenPoints.Read<AbstentionPolicy>("abstention"),
            OpenPoints.Read<AbsentGroupPolicy>("absentGroup"),
            OpenPoints.Read<SplitPolicy>("split"),
            OpenPoints.Read<ComparisonPolicy>("comparison"));
        if (formation.Seats.Keys.Any(group => !shares.ContainsKey(group)))
            throw new ArgumentException("A group that has seats has no share.");
        return (rule, [.. majority.Source, .. Numbers(["abstention", "split", "absentGroup", "comparison"])]);
    }

    private IEnumerable<string> Numbers(string[] keys) => keys.Select(OpenPoints.Find).OfType<OpenPoint>().Select(p => p.Number).Distinct();
}
