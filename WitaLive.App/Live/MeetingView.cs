using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Live;

/// <summary>One state of a meeting and what screens show of it: worked out once and shared by every screen.</summary>
public sealed class MeetingView
{
    private readonly Lazy<ImmutableArray<SeatView>> _seats;
    private readonly Lazy<QuorumStatus?> _quorum;
    private readonly Lazy<BallotView?> _ballot;

    public MeetingView(MeetingId id, Meeting meeting)
    {
        (Id, Meeting) = (id, meeting);
        _seats = new(ViewSeats);
        _quorum = new(() => meeting.Plan is null ? null : meeting.Quorum(Focus));
        _ballot = new(ViewBallot);
    }

    public MeetingId Id { get; }

    public Meeting Meeting { get; }

    public int Version => Meeting.Version;

    /// <summary>The item that presence and quorum are shown for: that of the running ballot, otherwise the one being dealt with.</summary>
    public ItemId? Focus => Meeting.Ballot is { IsRunning: true } ballot
        ? ballot.IsBlock ? null : ballot.Items[0]
        : Meeting.Current;

    /// <summary>Every seat with a voice, in the order of the plan; empty while the meeting is not prepared.</summary>
    public ImmutableArray<SeatView> Seats => _seats.Value;

    public QuorumStatus? Quorum => _quorum.Value;

    public Presider? Presiding => Meeting.InTheChair;

    /// <summary>The ballot opened last, as long as it matters: it runs, or its items are not yet concluded.</summary>
    public BallotView? Ballot => _ballot.Value;

    /// <summary>The seats this person may vote for now: their own and the one whose proxy they hold.</summary>
    public IEnumerable<SeatView> SeatsOf(PersonId person) => Seats.Where(seat => seat.Voter == person);

    private ImmutableArray<SeatView> ViewSeats()
    {
        if (Meeting.Plan is null)
            return [];
        var ballot = Meeting.Ballot;
        return [.. Meeting.Plan.Seats.Zip(Meeting.Seats(Focus), (planned, presence) =>
        {
            var vote = ballot is not null && presence.Voter is { } voter ? Meeting.VoteOf(ballot, planned.Id, voter) : null;
            return new SeatView(planned, presence.State, presence.Voter, presence.Voter is { } person ? Meeting.NameOf(person) : Meeting.NameOf(planned.Effective), vote);
        })];
    }

    private BallotView? ViewBallot()
    {
        if (Meeting.Ballot is not { } ballot || !Matters(ballot))
            return null;

        var seats = Meeting.VotingSeats(ballot);
        var count = ballot.Result ?? BallotResult.Of(ballot, seats);
        var hidden = ballot is { CountsHidden: true, IsRunning: true };
        return new(ballot, seats.Count(s => s.Choice is not null), seats.Count, hidden ? null : count, hidden || !ballot.IsRunning ? null : Foresee(ballot, seats));
    }

    private bool Matters(Ballot ballot) => ballot.State is not BallotState.Annulled
        && (ballot.IsRunning || ballot.Items.Any(item => Meeting.ItemOf(item) is { Conclusion: null }));

    private static ImmutableDictionary<string, Certainty> Foresee(Ballot ballot, IReadOnlyCollection<VotingSeat> seats) =>
        ballot.Options.ToImmutableDictionary(option => option, option => ballot.Rule.Foresee(BallotResult.SoFar(ballot, seats, option)));
}

/// <summary>A seat as screens show it.</summary>
/// <param name="Name">Who votes for it, or its effective member while nobody does.</param>
/// <param name="Vote">The vote of the ballot opened last that counts for it.</param>
public sealed record SeatView(PlannedSeat Seat, SeatState State, PersonId? Voter, string Name, Vote? Vote)
{
    public SeatId Id => Seat.Id;

    public bool HasVoted => Vote is not null;
}

/// <summary>A ballot as screens show it.</summary>
/// <param name="Voted">Seats whose vote counts.</param>
/// <param name="Entitled">Seats that have a voice in it.</param>
/// <param name="Count">As it stands, or as it ended; null while the counts are hidden.</param>
/// <param name="Foreseen">By option, for the chair: whether it is already certain. Null when hidden or closed.</param>
public sealed record BallotView(Ballot Ballot, int Voted, int Entitled, BallotResult? Count, ImmutableDictionary<string, Certainty>? Foreseen);
