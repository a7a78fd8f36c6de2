namespace WitaLive.Domain.Meetings;

/// <summary>A pause of the whole meeting; one that lasted until the meeting ended has no end of its own.</summary>
/// <param name="Correction">Why it was put right, if it was.</param>
public sealed record MeetingPause(DateTimeOffset From, DateTimeOffset? Until, string? Reason, string? Correction = null);

/// <summary>A time in which an item was dealt with; one that lasted until the meeting ended has no end of its own.</summary>
/// <param name="Among">How many items were dealt with together: they share it.</param>
public sealed record Stretch(DateTimeOffset From, DateTimeOffset? Until, int Among);
