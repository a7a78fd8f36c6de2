using WitaLive.Domain;

namespace WitaLive.App.Live;

/// <summary>How many seats of a group have a voice now, of how many.</summary>
public readonly record struct GroupSeats(GroupCode Group, int Counting, int Seats);
