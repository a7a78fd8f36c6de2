namespace WitaLive.App.Evocation;

/// <summary>The words of evocation.</summary>
public sealed class EvocationTexts;
