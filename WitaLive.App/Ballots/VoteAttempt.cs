using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Ballots;

/// <summary>A vote between the click and the journal. Its id stays the same however often it is sent.</summary>
internal sealed class VoteAttempt(BallotId ballot, SeatVote vote)
{
    public VoteId Id { get; } = new(Guid.NewGuid());

    public BallotId Ballot { get; } = ballot;

    public Choice Choice { get; } = vote.Choice;

    public CastVote Command => new(Id, Ballot, vote.Seat, vote.Choice);

    public VotePhase Phase { get; set; } = VotePhase.Sending;

    public Refusal? Why { get; set; }

    /// <summary>When the journal recorded it; the state that shows it is then on its way.</summary>
    public DateTimeOffset? RecordedAt { get; set; }
}
