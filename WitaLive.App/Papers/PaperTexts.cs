namespace WitaLive.App.Papers;

/// <summary>Names the texts of papers for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class PaperTexts;
