namespace WitaLive.App.Letters;

/// <summary>Names the texts of letters and of the page on which they are written for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class LetterTexts;
