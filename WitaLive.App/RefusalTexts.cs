namespace WitaLive.App;

/// <summary>The text of every refusal, by its type's name.</summary>
/// <summary>Every refusal in the user's words; the keys are the names of the refusals.</summary>
public sealed class RefusalTexts;
