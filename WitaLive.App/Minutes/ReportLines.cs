using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Minutes;

/// <summary>One event with its place in the journal, from 0.</summary>
public sealed record JournalLine(int Sequence, MeetingEvent Happened);

/// <summary>Who led the meeting, from and until when; nobody when all who may were away.</summary>
public sealed record Presided(Presider? Presider, DateTimeOffset From, DateTimeOffset? Until = null);

/// <summary>Times of the attendance list that were changed: what stood there before, and what the secretariat put in its place.</summary>
public sealed record Correction(AttendanceCorrected Made, Stay Before);

/// <summary>Any fact that was put right: what was said instead, and the meeting as it stood before.</summary>
public sealed record FactCorrection(MeetingEvent Made, Meeting Before);

/// <summary>A proxy, and when it ended because its giver or the substitute came.</summary>
public sealed record ProxyHeld(Proxy Proxy, DateTimeOffset? EndedAt = null);

/// <summary>One of a duo in their seat, from and until when; recusals aside.</summary>
public sealed record Turn(SeatId Seat, PersonId Person, DateTimeOffset From, DateTimeOffset? Until = null);

/// <summary>Somebody who took no part in an item, and what that made of the seat and the quorum while it was dealt with.</summary>
/// <param name="Then">The last time it mattered: at the item's ballot, otherwise when it was left; null while it has not been called.</param>
public sealed record Recusal(ItemId Item, PersonId Person, DateTimeOffset At, DateTimeOffset? WithdrawnAt = null, RecusalEffect? Then = null);

/// <param name="Seat">The person's seat as it was held then; null for who has no voice.</param>
/// <param name="Present">Seats present or represented for the item.</param>
public sealed record RecusalEffect(SeatPresence? Seat, QuorumStatus Quorum, int Present);

/// <summary>An item while it was the one being dealt with.</summary>
public sealed record Dealt(ItemId Item, DateTimeOffset From, DateTimeOffset? Until = null);

/// <summary>A conclusion, and who undid it when.</summary>
public sealed record Concluded(ItemConcluded Made, ConclusionUndone? Undone = null);

/// <summary>How an item came on the agenda during the meeting.</summary>
public sealed record Addition(ItemAdded Made, ItemProposed? Proposed);

/// <summary>A vote that stopped for want of a quorum, and when it went on.</summary>
public sealed record Stop(DateTimeOffset At, QuorumStatus Quorum, DateTimeOffset? ResumedAt = null);

/// <summary>A ballot with all that happened to it.</summary>
/// <param name="Number">In the order of opening, from 1.</param>
/// <param name="Now">As it stands at the end of the journal.</param>
public sealed record BallotHistory(int Number, BallotOpened Opened, Ballot Now)
{
    public ImmutableArray<Stop> Stops { get; init; } = [];

    public ImmutableArray<ItemTakenOut> TakenOut { get; init; } = [];

    public ImmutableArray<DateTimeOffset> Extensions { get; init; } = [];

    /// <summary>Every vote received, those that were changed later as well.</summary>
    public ImmutableArray<VoteCast> Votes { get; init; } = [];

    public BallotConcluded? Concluded { get; init; }

    public BallotAnnulled? Annulled { get; init; }

    /// <summary>The seats that had a voice: when it was counted; for one that never was, when it ended or now.</summary>
    public ImmutableArray<VotingSeat> Roll { get; init; } = [];

    /// <summary>Counts are kept back while it runs; what is kept back on the screens is not in the report either.</summary>
    public bool IsHidden => Now is { IsRunning: true, CountsHidden: true };

    /// <summary>Whether a vote stands in the count: the last of its seat, by who held the seat then.</summary>
    public bool Counts(VoteCast vote) =>
        Roll.Any(s => s.Seat == vote.Seat && s.Voter == vote.Voter) && Now.Votes.TryGetValue(vote.Seat, out var last) && last.Id == vote.Id;
}
