namespace WitaLive.App.Preparing;

/// <summary>Texts of the preparation of members.</summary>
public sealed class PreparingTexts;
