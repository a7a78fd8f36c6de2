using System.Text.Json.Serialization;

namespace WitaLive.Domain.Presence;

[JsonConverter(typeof(JsonStringEnumConverter<SeatState>))]
public enum SeatState
{
    Absent,
    Present,
    Represented,
    Recused,
}

/// <summary>How a seat is held for one item.</summary>
/// <param name="Voter">Who votes for it: the member sitting, or the holder of its proxy; null when it is absent or recused.</param>
public readonly record struct SeatPresence(SeatId Seat, GroupCode Group, SeatState State, PersonId? Voter)
{
    /// <summary>Counts in the quorum and has a vote.</summary>
    public bool Counts => Voter is not null;
}
