namespace WitaLive.App.Principles;

/// <summary>Names the texts of decisions of principle and of the cadastre for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class PrincipleTexts;
