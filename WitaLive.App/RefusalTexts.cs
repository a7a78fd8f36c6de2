namespace WitaLive.App;

/// <summary>Every refusal in the user's words; the keys are the names of the refusals.</summary>
public sealed class RefusalTexts;
