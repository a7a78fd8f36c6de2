using WitaLive.Domain.Applications;

namespace WitaLive.App.Principles;

/// <summary>An activity of the cadastre as somebody may choose it for their profile.</summary>
/// <param name="Title">In the reader's language, where there is one.</param>
/// <param name="IsValid">Today; what is not is no longer chosen, but called by its title where it was.</param>
public sealed record CadastreOption(CadastreChoice Choice, string Domain, ActivityKind? Kind, string Title, bool IsValid);
