namespace WitaLive.App.Public;

/// <summary>Names the texts of the public pages for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class PublicTexts;
