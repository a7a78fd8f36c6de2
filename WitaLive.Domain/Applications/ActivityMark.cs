namespace WitaLive.Domain.Applications;

/// <summary>What the chair noted of one activity of a file as the deliberation went.</summary>
/// <param name="Reason">A code of data/rules/files.json; null for one that is accepted.</param>
public sealed record ActivityMark(ActivityId Activity, bool IsAccepted, string? Reason);
