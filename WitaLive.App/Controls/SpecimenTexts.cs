namespace WitaLive.App.Controls;

/// <summary>The texts of the page that shows every part.</summary>
public sealed class SpecimenTexts;
