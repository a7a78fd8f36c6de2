namespace WitaLive.App.Fees;

/// <summary>The words of fees.</summary>
public sealed class FeeTexts;
