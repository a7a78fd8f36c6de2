namespace WitaLive.App;

/// <summary>The text of every refusal, by its type's name.</summary>
public sealed class RefusalTexts;
