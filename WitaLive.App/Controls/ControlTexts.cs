namespace WitaLive.App.Controls;

/// <summary>The texts of parts that know no feature.</summary>
public sealed class ControlTexts;
