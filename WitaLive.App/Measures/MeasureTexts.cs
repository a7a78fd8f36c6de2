namespace WitaLive.App.Measures;

/// <summary>Names the texts of measures for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class MeasureTexts;
