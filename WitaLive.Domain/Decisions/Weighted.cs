namespace WitaLive.Domain.Decisions;

/// <summary>The part of all votes that one group holds together.</summary>
/// <param name="Share">Above 0/1, at most 1/1.</param>
/// <param name="Seats">Seats the group has in the formation, at least 1.</param>
public sealed record GroupShare(GroupCode Group, Fraction Share, int Seats)
{
    public GroupCode Group { get; } = Group;

    public Fraction Share { get; } = Share > Fraction.Zero && Share <= Fraction.One
        ? Share
        : throw new ArgumentException($"The share of {Group} is {Share}; it must be above 0 and at most 1.", nameof(Share));

    public int Seats { get; } = Seats >= 1
        ? Seats
        : throw new ArgumentException($"The group {Group} has a share but {Seats} seats.", nameof(Seats));
}

public abstract partial record DecisionRule
{
    /// <summary>Groups weigh, not heads: each group's share is split evenly over its seats, and what is in favour must reach the threshold.</summary>
    /// <param name="Threshold">Above 1/2, at most 1/1: a proposal and its opposite can never both be carried.</param>
    /// <param name="Shares">Every group that votes; together exactly 1.</param>
    /// <param name="Abstention">O-2; without effect when the shares are split over all seats.</param>
    /// <param name="AbsentGroup">O-4; without effect when the shares are split over all seats.</param>
    /// <param name="Split">O-3.</param>
    /// <param name="Comparison">O-5.</param>
    /// <exception cref="ArgumentException">The shares are not 1 together, a group stands twice, or the threshold is out of range.</exception>
    /// <remarks>Source: law of 16 December 2022, art. 3 § 3.</remarks>
    public sealed record Weighted(
        Fraction Threshold,
        ImmutableArray<GroupShare> Shares,
        AbstentionPolicy Abstention,
        AbsentGroupPolicy AbsentGroup,
        SplitPolicy Split,
        ComparisonPolicy Comparison) : DecisionRule
    {
        private static readonly Fraction s_half = new(1, 2);

        public Fraction Threshold { get; } = Threshold > s_half && Threshold <= Fraction.One
            ? Threshold
            : throw new ArgumentException($"A threshold of {Threshold} could carry a proposal and its opposite, or nothing.", nameof(Threshold));

        public ImmutableArray<GroupShare> Shares { get; } = Complete(Shares);

        public AbstentionPolicy Abstention { get; } = Abstention;

        public AbsentGroupPolicy AbsentGroup { get; } = AbsentGroup;

        public SplitPolicy Split { get; } = Split;

        public ComparisonPolicy Comparison { get; } = Comparison;

        public override Count Count(ImmutableArray<Tally> tallies)
        {
            var weights = Weigh(tallies);
            var whole = BaseOf(weights);
            var inFavour = whole == Fraction.Zero ? Fraction.Zero : weights.Aggregate(Fraction.Zero, (sum, w) => sum + w.InFavour) / whole;
            return new(inFavour > Fraction.Zero && Reaches(inFavour), IsUnanimous(tallies), inFavour, Threshold);
        }

        /// <summary>The working of <see cref="Count"/>, one line for each group of the rule in its order. Their sum ÷ <see cref="BaseOf"/> is the count.</summary>
        /// <exception cref="ArgumentException">As for <see cref="Count"/>.</exception>
        public ImmutableArray<GroupWeight> Weigh(ImmutableArray<Tally> tallies)
        {
            RefuseTwice(tallies);
            foreach (var tally in tallies)
            {
                var known = Shares.FirstOrDefault(s => s.Group == tally.Group)
                    ?? throw new ArgumentException($"The group {tally.Group} has no share in this rule.", nameof(tallies));
                if (tally.Present > known.Seats)
                    throw new ArgumentException($"{tally.Present} seats of {tally.Group} are present; it has {known.Seats}.", nameof(tallies));
            }
            return [.. Shares.Select(share => WeightOf(share, tallies.FirstOrDefault(t => t.Group == share.Group)))];
        }

        /// <summary>What the sum in favour is divided by: 1, or the shares of the groups that are there when absent shares are redistributed.</summary>
        public Fraction BaseOf(ImmutableArray<GroupWeight> weights) => Redistributes
            ? weights.Where(w => w.IsThere).Aggregate(Fraction.Zero, (sum, w) => sum + w.Share)
            : Fraction.One;

        public bool Equals(Weighted? other) => other is not null && Threshold == other.Threshold && Shares.SequenceEqual(other.Shares)
            && (Abstention, AbsentGroup, Split, Comparison) == (other.Abstention, other.AbsentGroup, other.Split, other.Comparison);

        public override int GetHashCode() => HashCode.Combine(Threshold, Shares.Length, Abstention, AbsentGroup, Split, Comparison);

        internal bool Redistributes => Split == SplitPolicy.PresentSeats && AbsentGroup == AbsentGroupPolicy.Redistributed;

        internal bool LeavesAbstentionsOut => Split == SplitPolicy.PresentSeats && Abstention == AbstentionPolicy.OutOfBase;

        internal GroupWeight WeightOf(GroupShare share, Tally? tally)
        {
            var seats = Split == SplitPolicy.AllSeats ? share.Seats
                : tally is null ? 0
                : tally.Present - (LeavesAbstentionsOut ? tally.Abstained : 0);
            var votes = tally?.For ?? 0;
            return new(share.Group, share.Share, seats, votes, seats == 0 ? Fraction.Zero : share.Share * new Fraction(votes, seats));
        }

        private bool Reaches(Fraction inFavour) => Comparison == ComparisonPolicy.AtLeast ? inFavour >= Threshold : inFavour > Threshold;

        private static ImmutableArray<GroupShare> Complete(ImmutableArray<GroupShare> shares)
        {
            if (shares.IsDefaultOrEmpty)
                throw new ArgumentException("No group has a share.", nameof(shares));
            if (shares.GroupBy(s => s.Group).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new ArgumentException($"The group {twice.Key} has two shares.", nameof(shares));
            var sum = shares.Aggregate(Fraction.Zero, (total, s) => total + s.Share);
            return sum == Fraction.One ? shares : throw new ArgumentException($"The shares are {sum} together; they must be 1.", nameof(shares));
        }
    }
}
