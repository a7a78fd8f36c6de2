namespace WitaLive.App.Precedents;

/// <summary>The words of past decisions.</summary>
public sealed class PrecedentTexts;
