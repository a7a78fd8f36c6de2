namespace WitaLive.App.Conflicts;

/// <summary>The words of ties and conflicts of interest.</summary>
public sealed class ConflictTexts;
