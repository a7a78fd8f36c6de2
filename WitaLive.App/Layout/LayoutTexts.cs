namespace WitaLive.App.Layout;

/// <summary>The texts of what stands round every page.</summary>
public sealed class LayoutTexts;
