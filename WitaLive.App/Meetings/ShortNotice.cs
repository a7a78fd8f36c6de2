using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>A notice shorter than usual: with the approval of a chair, whose name is kept, and never under the minimum (rules of procedure, art. 5 § 4).</summary>
internal static class ShortNotice
{
    /// <summary>Checks the notice and records the approval where one is needed.</summary>
    public static Refusal? Record(PlannedMeeting meeting, MeetingPeople people, PersonId? approver, PersonId? recordedBy, NoticeStatus notice, DateTimeOffset at)
    {
        if (notice.WhyNot(approved: approver is not null) is { } why)
            return why;
        if (notice.IsInTime)
            return null;
        if (people.Presiders.All(p => p.Person.Id != approver))
            return new NotAChairOfThisMeeting();
        (meeting.ShortNoticeApprovedBy, meeting.ShortNoticeRecordedBy, meeting.ShortNoticeRecordedAt) = (approver, recordedBy, at);
        return null;
    }
}
