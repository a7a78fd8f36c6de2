namespace WitaLive.App.Profiles;

/// <summary>Names the texts of profiles for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class ProfileTexts;
