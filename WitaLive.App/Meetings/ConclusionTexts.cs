namespace WitaLive.App.Meetings;

/// <summary>Names the texts of mails about conclusions for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class ConclusionTexts;
