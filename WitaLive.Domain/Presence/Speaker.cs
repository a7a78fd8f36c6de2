namespace WitaLive.Domain.Presence;

/// <summary>Someone who asked for the floor, in the order of asking.</summary>
/// <param name="FloorSince">When the floor was given; null while waiting.</param>
public sealed record Speaker(PersonId Person, DateTimeOffset AskedAt, DateTimeOffset? FloorSince = null);
