namespace WitaLive.App.Attestations;

/// <summary>Names the texts of attestations for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class AttestationTexts;
