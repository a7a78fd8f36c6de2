namespace WitaLive.App.Turnouts;

/// <summary>The words of attendance over a year.</summary>
public sealed class TurnoutTexts;
