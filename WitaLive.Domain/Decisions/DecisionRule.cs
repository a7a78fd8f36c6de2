using System.Text.Json.Serialization;

namespace WitaLive.Domain.Decisions;

/// <summary>When a proposal is carried: data that is stored with the ballot, and one pure function.</summary>
/// <remarks>Source: law of 16 December 2022, art. 3 § 3. Worked cases: data/rules/decision.csv.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Unanimity), "unanimity")]
[JsonDerivedType(typeof(Weighted), "weighted")]
public abstract partial record DecisionRule
{
    private DecisionRule() { }

    /// <summary>Counts the votes on one proposal. A group without a tally is absent; the order of the groups does not matter.</summary>
    /// <exception cref="ArgumentException">A group is there twice, is unknown to the rule, or has more seats present than the rule gives it.</exception>
    public abstract Count Count(ImmutableArray<Tally> tallies);

    /// <summary>What can still come of a vote while some seats present have not voted and no recorded vote changes.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Count"/>.</exception>
    public Certainty Foresee(ImmutableArray<Tally> soFar) => Certainty.Of(this, soFar);

    private static bool IsUnanimous(ImmutableArray<Tally> tallies) =>
        tallies.Any(t => t.For > 0) && tallies.All(t => t is { Against: 0, Abstained: 0 });

    private static void RefuseTwice(ImmutableArray<Tally> tallies)
    {
        if (tallies.GroupBy(t => t.Group).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"The group {twice.Key} is counted twice.", nameof(tallies));
    }

    /// <summary>Nobody is against. Restricted chamber; a seat present that does not vote does not break it.</summary>
    /// <param name="AbstentionBreaksIt">Open point O-2.</param>
    /// <remarks>Source: law of 16 December 2022, art. 3 § 3; royal decree of 13 March 2023, art. 4 § 4.</remarks>
    public sealed record Unanimity(bool AbstentionBreaksIt) : DecisionRule
    {
        public bool AbstentionBreaksIt { get; } = AbstentionBreaksIt;

        public override Count Count(ImmutableArray<Tally> tallies)
        {
            RefuseTwice(tallies);
            var inFavour = tallies.Sum(t => t.For);
            var voted = tallies.Sum(t => t.For + t.Against + t.Abstained);
            var carried = inFavour > 0 && tallies.All(t => t.Against == 0 && !(AbstentionBreaksIt && t.Abstained > 0));
            return new(carried, IsUnanimous(tallies), voted == 0 ? Fraction.Zero : new Fraction(inFavour, voted), Fraction.One);
        }
    }
}
