using System.Text.Json.Serialization;

namespace WitaLive.Domain.Ballots;

/// <summary>How a vote that was not given on a screen was given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteMeans>))]
public enum VoteMeans
{
    Hand,
    Telephone,
}

/// <summary>Two people stand for a vote that its voter could not enter: who entered it and who confirmed it.</summary>
public sealed record Witness(PersonId EnteredBy, PersonId ConfirmedBy, VoteMeans Means);

/// <summary>A seat's vote. It counts while <see cref="Voter"/> holds the seat: a substitute who takes over starts without one.</summary>
public sealed record Vote(VoteId Id, SeatId Seat, PersonId Voter, Choice Choice, DateTimeOffset At, Witness? Witness = null);

/// <summary>A vote that the secretary has entered and a second person has not yet confirmed. It does not count.</summary>
public sealed record UnconfirmedVote(VoteId Id, SeatId Seat, PersonId Voter, Choice Choice, VoteMeans Means, PersonId EnteredBy);

/// <summary>An entered vote that somebody did not confirm as it was entered, or said to be wrong. What it said is no longer known here.</summary>
public sealed record RemovedVote(SeatId Seat, PersonId Voter, PersonId RemovedBy);
