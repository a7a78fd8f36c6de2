using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Reports;
using WitaLive.Domain.Sessions;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>What the report says is put right with a reason, once the meeting is over and until its report is closed.</summary>
public class CorrectingTheRecord : MeetingTest
{
    private const string Why = "the clock of the room was wrong";
    private static readonly DateTimeOffset s_end = A.Start.AddMinutes(95);
    private static readonly DateTimeOffset s_later = A.Start.AddDays(3);

    [Fact]
    public void The_hours_of_the_meeting_change_with_everything_that_is_counted_by_them()
    {
        var over = Over();
        var corrected = Do(over, new CorrectHours(A.Start.AddMinutes(-5), A.Start.AddMinutes(50), Why));

        Assert.Equal((A.Start.AddMinutes(-5), A.Start.AddMinutes(50)), (corrected.OpenedAt, corrected.EndedAt));
        Assert.Equal(MeetingState.Closed, corrected.State);
        ChangesNothing(corrected, new CorrectHours(A.Start.AddMinutes(-5), A.Start.AddMinutes(50), Why), A.Secretary, s_later);
        // Who did not sign out stayed until the end, whatever that is: fees follow.
        var session = Session.Of(new(Guid.NewGuid()), [new MeetingPrepared(A.Restricted()) { At = A.Start }, new SignedIn(A.Person(2), AttendanceMode.OnSite) { At = A.Start },
            new MeetingOpened(A.Meeting().Quorum(), new("chair")) { At = A.Start }, new MeetingClosed() { At = s_end }, new HoursCorrected(A.Start, A.Start.AddMinutes(50), Why) { At = s_later }])!;
        Assert.Equal(TimeSpan.FromMinutes(50), session.Duration(pausesCount: true));
        Assert.Equal(TimeSpan.FromMinutes(50), session.Lasted(session.Seats[1].Effective.Stays, pausesCount: true));
    }

    [Fact]
    public void The_hours_leave_nothing_outside_that_was_voted_on_heard_or_concluded()
    {
        var over = Over(); // voted, heard and put off between the 10th and the 40th minute

        Refused<HoursDoNotFit>(over, new CorrectHours(A.Start, A.Start.AddMinutes(39), Why), A.Secretary, s_later);
        Refused<HoursDoNotFit>(over, new CorrectHours(A.Start.AddMinutes(11), s_end, Why), A.Secretary, s_later);
        Refused<HoursDoNotFit>(over, new CorrectHours(s_end, A.Start, Why), A.Secretary, s_later);
        Refused<HoursDoNotFit>(over, new CorrectHours(A.Start, s_later.AddMinutes(1), Why), A.Secretary, s_later);
        Do(over, new CorrectHours(A.Start.AddMinutes(10), A.Start.AddMinutes(40), Why));
        // What the closing itself put off is no act of the hours before it, whatever they were taken for in between.
        var later = Do(over, new CorrectHours(A.Start, s_end.AddMinutes(30), Why));
        Do(later, new CorrectHours(A.Start, A.Start.AddMinutes(40), Why));
        Refused<HoursDoNotFit>(later, new CorrectHours(A.Start, A.Start.AddMinutes(39), Why), A.Secretary, s_later);
        var neverOpened = A.Planned().Do(new AdjournMeeting(), A.Secretary, A.Start.AddMinutes(1));
        Refused<MeetingNotOpen>(neverOpened, new CorrectHours(A.Start, s_end, Why), A.Secretary, s_later);
    }

    [Fact]
    public void A_wrong_reason_gives_way_to_the_right_one_but_never_a_decision()
    {
        var corrected = Do(Over(), new CorrectConclusion(A.Item(2), "  the diploma is missing ", Why));

        Assert.Equal((ConclusionKind.Postponed, "the diploma is missing"), (corrected.ItemOf(A.Item(2))!.Conclusion!.Kind, corrected.ItemOf(A.Item(2))!.Conclusion!.Reason));
        ChangesNothing(corrected, new CorrectConclusion(A.Item(2), "the diploma is missing", Why), A.Secretary, s_later);
        Refused<DecisionsAreNotCorrected>(Over(), new CorrectConclusion(A.Item(1), "another decision", Why), A.Secretary, s_later);
        Refused<UnknownItem>(Over(), new CorrectConclusion(A.Item(99), "x", Why), A.Secretary, s_later);
        Refused<TextMissing>(Over(), new CorrectConclusion(A.Item(2), " ", Why), A.Secretary, s_later);
    }

    [Fact]
    public void Who_was_heard_is_put_right_added_or_struck_out()
    {
        var over = Over();
        var (from, until) = (A.Start.AddMinutes(20), A.Start.AddMinutes(25));

        var renamed = Do(over, new CorrectHearing(A.Item(2), 0, ["Ana Sonnevel", " "], from, until, Why));
        var hearing = Assert.Single(renamed.ItemOf(A.Item(2))!.Hearings);
        Assert.Equal(["Ana Sonnevel"], hearing.Heard.ToArray());
        Assert.Equal((from, until), (hearing.From, hearing.Until));
        ChangesNothing(renamed, new CorrectHearing(A.Item(2), 0, ["Ana Sonnevel"], from, until, Why), A.Secretary, s_later);
        var added = Do(renamed, new CorrectHearing(A.Item(2), 1, ["Me Dupont"], from, until, Why));
        Assert.Equal(2, added.ItemOf(A.Item(2))!.Hearings.Length);
        Assert.Empty(Do(added, new CorrectHearing(A.Item(2), 0, [], from, until, Why)).ItemOf(A.Item(2))!.Hearings[0].Heard);

        Refused<TextMissing>(over, new CorrectHearing(A.Item(1), 0, [" "], from, until, Why), A.Secretary, s_later);
        Refused<UnknownItem>(over, new CorrectHearing(A.Item(1), 1, ["x"], from, until, Why), A.Secretary, s_later);
        Refused<HoursDoNotFit>(over, new CorrectHearing(A.Item(1), 0, ["x"], until, from, Why), A.Secretary, s_later);
        Refused<HoursDoNotFit>(over, new CorrectHearing(A.Item(1), 0, ["x"], from, s_end.AddMinutes(1), Why), A.Secretary, s_later);
    }

    [Fact]
    public void A_guest_is_called_what_they_are_called()
    {
        Assert.Equal("Ana Sonnevel", Do(Over(), new CorrectGuest(A.Guest, "Ana\nSonnevel", Why)).NameOf(A.Guest));
        ChangesNothing(Over(), new CorrectGuest(A.Guest, "Anna Sonevel", Why), A.Secretary, s_later);
        Refused<NotOnTheList>(Over(), new CorrectGuest(A.Person(2), "Somebody else", Why), A.Secretary, s_later);
        Refused<TextMissing>(Over(), new CorrectGuest(A.Guest, "", Why), A.Secretary, s_later);
    }

    [Fact]
    public void Only_the_secretariat_does_so_with_a_reason_and_after_the_end()
    {
        ImmutableArray<CorrectFact> corrections =
        [
            new CorrectHours(A.Start, s_end.AddMinutes(1), Why), new CorrectConclusion(A.Item(2), "x", Why),
            new CorrectHearing(A.Item(2), 0, ["x"], A.Start.AddMinutes(20), A.Start.AddMinutes(21), Why), new CorrectGuest(A.Guest, "x", Why),
        ];
        foreach (var correct in corrections)
        {
            Refused<OnlyTheSecretariat>(Over(), correct, A.By(1), s_later);
            Refused<CorrectionTooEarly>(A.Meeting(), correct, A.Secretary, s_later);
            Refused<ReasonMissing>(Over(), correct with { Reason = " \u200B" }, A.Secretary, s_later);
            var happened = Assert.Single(Over().Events(correct, A.Secretary, s_later));
            Assert.Equal((A.Secretary.Person, s_later), (happened.By, happened.At));
        }
    }

    [Fact]
    public void A_closed_report_is_changed_by_nobody()
    {
        Refused<ReportIsRunning>(A.Meeting(), new CloseReport(), A.Secretary);
        Refused<OnlyTheChair>(Over(), new CloseReport(), A.By(2));
        var closed = Over().Do(new CloseReport(), A.By(1), s_later);

        ChangesNothing(closed, new CloseReport(), A.Secretary, s_later);
        Refused<ReportIsClosed>(closed, new CorrectHours(A.Start, s_end.AddMinutes(1), Why), A.Secretary, s_later);
        Refused<ReportIsClosed>(closed, new CorrectAttendance(A.Person(2), 0, A.Start, A.Start.AddMinutes(30), Why), A.Secretary, s_later);
        Refused<ReportIsClosed>(closed, new TakeNote(Guid.NewGuid(), null, "one more"), A.Secretary, s_later);
    }

    // The first item decided at the 10th minute, the second heard from the 20th to the 25th and put off at the 40th, the rest at the end.
    internal static Meeting Over()
    {
        var meeting = A.Meeting();
        meeting = meeting.Do(new SignInGuest(A.Guest, "Anna Sonevel", Capacity.Heard, AttendanceMode.OnSite), A.Secretary, A.Start.AddMinutes(5));
        meeting = meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1), A.Start.AddMinutes(10));
        foreach (var seat in meeting.VotingSeats(meeting.Ballot!).ToList())
            meeting = meeting.Do(new CastVote(A.Vote(seat.Seat.Value.ToByteArray()[^1]), A.Ballot, seat.Seat, Choice.For), A.By(seat.Voter), A.Start.AddMinutes(10));
        meeting = meeting.Do(new CloseBallot(A.Ballot), A.By(1), A.Start.AddMinutes(10)).Do(new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "plus"), A.By(1), A.Start.AddMinutes(10));
        meeting = meeting.Do(new CallItem(A.Item(2)), A.By(1), A.Start.AddMinutes(12)).Do(new StartHearing(A.Item(2), ["Anna Sonevel"]), A.By(1), A.Start.AddMinutes(20));
        meeting = meeting.Do(new EndHearing(A.Item(2)), A.By(1), A.Start.AddMinutes(25));
        meeting = meeting.Do(new ConcludeItems([A.Item(2)], ConclusionKind.Postponed, null, "the plan is missing"), A.By(1), A.Start.AddMinutes(40));
        return meeting.Do(new CloseMeeting("late"), A.By(1), s_end);
    }

    private static Meeting Do(Meeting meeting, MeetingCommand command) => meeting.Do(command, A.Secretary, s_later);
}
