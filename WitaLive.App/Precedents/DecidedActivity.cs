using WitaLive.Domain.Applications;

namespace WitaLive.App.Precedents;

/// <summary>An activity as a past decision has it.</summary>
/// <param name="IsAccepted">Null where the chamber said nothing of it.</param>
/// <param name="Reason">A code of data/rules/files.json.</param>
public sealed record DecidedActivity(string Domain, ActivityKind Kind, string Function, bool? IsAccepted, string? Reason);
