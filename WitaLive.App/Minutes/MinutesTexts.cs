namespace WitaLive.App.Minutes;

/// <summary>Names the texts of reports for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class MinutesTexts;
