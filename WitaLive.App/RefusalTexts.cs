namespace WitaLive.App;

/// <summary>Every «no» in the user's words, by the name of its refusal.</summary>
public sealed class RefusalTexts;
