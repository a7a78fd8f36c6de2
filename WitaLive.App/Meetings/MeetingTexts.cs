namespace WitaLive.App.Meetings;

/// <summary>Names the texts of the meetings pages for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class MeetingTexts;
