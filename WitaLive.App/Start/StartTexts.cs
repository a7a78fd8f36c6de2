namespace WitaLive.App.Start;

/// <summary>The texts of the start page.</summary>
public sealed class StartTexts;
