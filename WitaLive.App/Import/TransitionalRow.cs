using WitaLive.Domain.Attestations;

namespace WitaLive.App.Import;

/// <summary>One attestation that somebody has by the law, without having applied for it here.</summary>
/// <param name="Email">Whose account it goes with, where the holder has one or opens one later; null when nobody knows.</param>
internal sealed record TransitionalRow(int Row, string Number, string Holder, string? Email, string Type, Validity Validity);
