namespace WitaLive.App.Year;

/// <summary>The words of the figures of a year.</summary>
public sealed class YearTexts;
