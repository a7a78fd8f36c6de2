using WitaLive.Domain.Decisions;

namespace WitaLive.Domain.Ballots;

/// <summary>One option counted as a proposal: a vote for another option is a vote against this one.</summary>
public sealed record OptionResult(string Option, ImmutableArray<Tally> Groups, Count Count);

/// <summary>What a ballot came to, with the seats present or represented at that moment.</summary>
/// <param name="Options">In the order in which they were put.</param>
/// <param name="Carried">The option carried; null when none was.</param>
/// <param name="Voted">Seats whose vote counts. Unit: seats, 0 to <paramref name="Entitled"/>.</param>
/// <param name="Entitled">Seats present or represented.</param>
public sealed record BallotResult(ImmutableArray<OptionResult> Options, string? Carried, int Voted, int Entitled)
{
    /// <summary>Every seat that was there, and what counted for it: the roll of the vote, whoever comes and goes later.</summary>
    public ImmutableArray<VotingSeat> Seats { get; init; } = [];

    /// <summary>Counts a ballot with the seats as they are held now.</summary>
    /// <remarks>
    /// Under unanimity a seat that is there and does not vote counts as abstaining when the chair closes the ballot;
    /// under the weighted majority it stays in the base, which comes to the same by default (law reference §10, O-2).
    /// </remarks>
    public static BallotResult Of(Ballot ballot, IReadOnlyCollection<VotingSeat> seats)
    {
        var options = ballot.Options.Select(option =>
        {
            var tallies = TalliesOf(ballot, seats, option, silenceAbstains: ballot.Rule is DecisionRule.Unanimity);
            return new OptionResult(option, tallies, ballot.Rule.Count(tallies));
        }).ToImmutableArray();
        return new(options, options.FirstOrDefault(o => o.Count.Carried)?.Option, seats.Count(s => s.Choice is not null), seats.Count)
        {
            Seats = [.. seats],
        };
    }

    /// <summary>The tallies of a ballot that is still running: a seat that has not voted is pending, not abstaining.</summary>
    public static ImmutableArray<Tally> SoFar(Ballot ballot, IEnumerable<VotingSeat> seats, string option) =>
        TalliesOf(ballot, seats, option, silenceAbstains: false);

    /// <summary>One option's tallies as the votes were given: a seat that was there and silent is pending, however the rule counted it.</summary>
    public ImmutableArray<Tally> AsGiven(OptionResult option) => [.. option.Groups.Select(t =>
    {
        // Only what stands among the abstentions without a vote behind it; a result without a roll says no more than its tallies.
        var counted = Math.Max(0, Seats.Count(s => s.Group == t.Group && s.Choice is null) - t.Pending);
        return new Tally(t.Group, t.Present, t.For, t.Against, t.Abstained - counted);
    })];

    private static ImmutableArray<Tally> TalliesOf(Ballot ballot, IEnumerable<VotingSeat> seats, string option, bool silenceAbstains)
    {
        var inFavour = ballot.IsProposal ? Choice.For : Choice.From(option);
        return [.. seats.GroupBy(seat => seat.Group).Select(group =>
        {
            int present = 0, yes = 0, no = 0, abstained = 0;
            foreach (var seat in group)
            {
                present++;
                if (seat.Choice is not { } choice)
                    abstained += silenceAbstains ? 1 : 0;
                else if (choice == Choice.Abstain)
                    abstained++;
                else if (choice == inFavour)
                    yes++;
                else
                    no++;
            }
            return new Tally(group.Key, present, yes, no, abstained);
        })];
    }
}

/// <summary>A seat present or represented, and what its holder votes; null when the holder has not voted.</summary>
public readonly record struct VotingSeat(SeatId Seat, GroupCode Group, PersonId Voter, Choice? Choice);
