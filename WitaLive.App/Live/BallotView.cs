using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Live;

/// <summary>A ballot as screens show it.</summary>
public sealed class BallotView
{
    private readonly Lazy<ImmutableDictionary<string, Certainty>?> _foreseen;

    private BallotView(Ballot ballot, IReadOnlyCollection<VotingSeat> seats, BallotView? before)
    {
        Ballot = ballot;
        var hidden = ballot is { CountsHidden: true, IsRunning: true };
        Voted = ballot.Result?.Voted ?? seats.Count(s => s.Choice is not null);
        Entitled = ballot.Result?.Entitled ?? seats.Count;
        Count = hidden ? null : ballot.Result ?? BallotResult.Of(ballot, seats);
        Tallies = hidden ? [] : Same(CountByChoice(ballot, seats), before?.Tallies ?? []);
        _foreseen = new(() => hidden || !ballot.IsRunning ? null
            : ballot.Options.ToImmutableDictionary(option => option, option => ballot.Rule.Foresee(BallotResult.SoFar(ballot, seats, option))));
    }

    public Ballot Ballot { get; }

    /// <summary>Seats whose vote counts.</summary>
    public int Voted { get; }

    /// <summary>Seats that have a voice in it.</summary>
    public int Entitled { get; }

    /// <summary>As it would be if it closed now, or as it ended; null while the counts are hidden.</summary>
    public BallotResult? Count { get; }

    /// <summary>Votes given, by choice in the order in which they are put, abstention last; empty while the counts are hidden.</summary>
    public ImmutableArray<ChoiceTally> Tallies { get; }

    /// <summary>By option, for the chair: whether it is already certain. Null when hidden or closed. Worked out only when a screen asks.</summary>
    public ImmutableDictionary<string, Certainty>? Foreseen => _foreseen.Value;

    internal static BallotView Of(Ballot ballot, IReadOnlyCollection<VotingSeat> seats, BallotView? before) =>
        new(ballot, seats, before?.Ballot.Id == ballot.Id ? before : null);

    private static ImmutableArray<ChoiceTally> CountByChoice(Ballot ballot, IReadOnlyCollection<VotingSeat> seats)
    {
        if (ballot.Result is { } result)
            return [.. ballot.Choices.Select(choice => new ChoiceTally(choice, CountIn(ballot, result, choice)))];

        var votes = seats.Where(s => s.Choice is not null).GroupBy(s => s.Choice!.Value).ToDictionary(g => g.Key, g => g.Count());
        return [.. ballot.Choices.Select(choice => new ChoiceTally(choice, votes.GetValueOrDefault(choice)))];
    }

    // A result keeps what was so at closing; seats have come and gone since.
    private static int CountIn(Ballot ballot, BallotResult result, Choice choice)
    {
        if (choice == Choice.Abstain)
            return result.AsGiven(result.Options[0]).Sum(t => t.Abstained);
        if (!ballot.IsProposal)
            return result.Options.First(o => o.Option == choice.Value).Groups.Sum(t => t.For);
        return result.Options[0].Groups.Sum(t => choice == Choice.For ? t.For : t.Against);
    }

    private static ImmutableArray<ChoiceTally> Same(ImmutableArray<ChoiceTally> now, ImmutableArray<ChoiceTally> before) =>
        now.SequenceEqual(before) ? before : now;
}

/// <summary>How many seats voted so.</summary>
public readonly record struct ChoiceTally(Choice Choice, int Seats);
