namespace WitaLive.App.Meetings;

/// <summary>When, where and how a meeting is held.</summary>
/// <param name="Minutes">Planned. Unit: minutes.</param>
/// <param name="Place">Empty for a meeting that is only online.</param>
public sealed record MeetingFacts(DateTimeOffset StartsAt, int Minutes, MeetingMode Mode, string Place, string? OnlineAddress)
{
    public static MeetingFacts Of(PlannedMeeting meeting) =>
        new(meeting.StartsAt, meeting.Minutes, meeting.Mode, meeting.Place, meeting.OnlineAddress);

    public void PutInto(PlannedMeeting meeting) =>
        (meeting.StartsAt, meeting.Minutes, meeting.Mode, meeting.Place, meeting.OnlineAddress) = (StartsAt, Minutes, Mode, Place, OnlineAddress);
}
