namespace WitaLive.App.Display;

/// <summary>Names the texts of the big screen for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class DisplayTexts;
