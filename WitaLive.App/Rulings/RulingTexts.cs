namespace WitaLive.App.Rulings;

/// <summary>The words of reasoned decisions, their letters and their pages.</summary>
public sealed class RulingTexts;
