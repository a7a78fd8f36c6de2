namespace WitaLive.App.Convening;

/// <summary>Names the texts of convocations for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class ConvocationTexts;
