namespace WitaLive.App.Amateurs;

/// <summary>Names the texts of amateurs for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class AmateurTexts;
