using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>What is typed in a room is kept as others may read it.</summary>
public class TypingInAMeeting : MeetingTest
{
    private const string Typed = "  fire \u202Ealarm\u0000 ";
    private const string Kept = "fire \u202Ealarm";

    [Fact]
    public void Keeps_no_character_that_no_page_can_hold_and_in_a_name_none_that_nobody_sees()
    {
        var open = A.Meeting();
        var chair = open.TheChair();
        Assert.Equal(Kept, Only<MeetingSuspended>(open, new SuspendMeeting(Typed), chair).Reason);
        Assert.Equal(Kept, Only<ItemConcluded>(open, new ConcludeItems([A.Item(1)], ConclusionKind.Postponed, null, Typed), chair).Reason);
        Assert.Equal(Kept, open.Events(new CloseMeeting(Typed), chair).OfType<ItemConcluded>().First().Reason);
        Assert.Equal(Kept, Only<BallotAnnulled>(A.Voting(), new AnnulBallot(A.Ballot, Typed), chair).Reason);
        Assert.Equal(Kept, Only<NoteTaken>(open, new TakeNote(Guid.NewGuid(), null, Typed), A.Secretary).Text);
        Assert.Equal("fire alarm", Only<GuestSignedIn>(open, new SignInGuest(A.Guest, Typed, Capacity.Expert, AttendanceMode.OnSite), A.Secretary).Name);
        Assert.Equal(["fire alarm"], Only<HearingStarted>(open, new StartHearing(A.Item(1), [Typed, "\u202E"]), chair).Heard.ToArray());
        Assert.Equal("fire alarm", Only<ItemProposed>(open, new ProposeItem(Added()), chair).Item.Titles["fr"]);
        var urgent = Only<ItemAdded>(open, new AddUrgentItem(Added(), Typed), chair);
        Assert.Equal(("fire alarm", Kept), (urgent.Item.Titles["fr"], urgent.UrgencyReason));
        var stay = open.Attendances[A.Person(2)].Stays[0];
        Assert.Equal(Kept, Only<AttendanceCorrected>(open, new CorrectAttendance(A.Person(2), 0, stay.From.AddMinutes(-1), null, Typed), A.Secretary).Reason);
    }

    [Fact]
    public void Takes_nothing_but_such_characters_for_no_reason_at_all()
    {
        Refused<ReasonMissing>(A.Voting(), new AnnulBallot(A.Ballot, "\u202E"), A.Voting().TheChair());
        Refused<TextMissing>(A.Meeting(), new TakeNote(Guid.NewGuid(), null, "\u200B\u0000"), A.Secretary);
    }

    private static AgendaItem Added() => A.Point(9) with { Titles = ImmutableSortedDictionary<string, string>.Empty.Add("fr", Typed) };

    private static T Only<T>(Meeting meeting, MeetingCommand command, Actor by) where T : MeetingEvent => Assert.Single(meeting.Events(command, by).OfType<T>());
}
