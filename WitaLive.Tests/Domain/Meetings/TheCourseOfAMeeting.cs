using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

public class TheCourseOfAMeeting : MeetingTest
{
    [Fact]
    public void Opens_by_who_presides()
    {
        var planned = A.Planned().Do(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2));
        Refused<NoOnePresides>(planned, new OpenMeeting(), A.By(2));

        planned = planned.Do(new SignIn(A.Person(1), AttendanceMode.OnSite), A.By(1));
        Refused<OnlyTheChair>(planned, new OpenMeeting(), A.By(2));
        var open = HappensOnce(planned, new OpenMeeting(), A.By(1));
        Assert.Equal(A.Start, open.OpenedAt);
    }

    [Fact]
    public void Does_not_open_once_it_is_cancelled_for_whoever_is_already_in_the_room()
    {
        var meeting = A.Planned().Do(new SignIn(A.Person(1), AttendanceMode.OnSite), A.By(1));
        var cancelled = meeting.Do(new PrepareMeeting(A.Restricted() with { Revision = 2, CancelledAt = A.Start }), A.Secretary);

        Assert.True(cancelled.IsCancelled);
        Refused<MeetingIsCancelled>(cancelled, new OpenMeeting(), A.By(1));
        Refused<MeetingIsCancelled>(cancelled, new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2));
        Refused<MeetingIsCancelled>(cancelled, new AdjournMeeting(), A.Secretary);
        Causes(cancelled, new SignOut(A.Person(1)), A.By(1), typeof(SignedOut));
        Assert.False(meeting.IsCancelled);
    }

    [Fact]
    public void Is_suspended_and_resumed_by_the_chair()
    {
        var suspended = HappensOnce(A.Meeting(), new SuspendMeeting("lunch"), A.By(1));

        Refused<MeetingNotOpen>(suspended, new CallItem(A.Item(2)), A.By(1));
        Refused<OnlyTheChair>(suspended, new ResumeMeeting(), A.By(2));
        Refused<OnlyTheChair>(A.Meeting(), new SuspendMeeting(), A.By(2));
        Refused<BallotStillOpen>(A.Voting(), new SuspendMeeting(), A.By(1));
        Assert.Equal(MeetingState.Open, HappensOnce(suspended, new ResumeMeeting(), A.By(1)).State);
    }

    [Fact]
    public void Calls_one_item_after_the_other_and_counts_their_time()
    {
        var meeting = A.Meeting().Do(new CallItem(A.Item(2)), A.By(1), A.Start.AddMinutes(12));

        Assert.Equal((TimeSpan.FromMinutes(12), A.Item(2)), (meeting.ItemOf(A.Item(1))!.Spent, meeting.Current!.Value));
        HappensOnce(meeting, new CallItem(A.Item(3)), A.By(1));
        Refused<OnlyTheChair>(meeting, new CallItem(A.Item(3)), A.By(2));
        Refused<UnknownItem>(meeting, new CallItem(A.Item(99)), A.By(1));
        Refused<ItemConcludedAlready>(Concluding.Decided(), new CallItem(A.Item(1)), A.By(1));
        Refused<BallotStillOpen>(A.Voting(), new CallItem(A.Item(2)), A.By(1));
    }

    [Fact]
    public void Hears_people_on_the_item_called()
    {
        var hearing = HappensOnce(A.Meeting(), new StartHearing(A.Item(1), [" Artist ", ""]), A.By(1));
        Assert.Equal<string>(["Artist"], hearing.CurrentItem!.Hearings[0].Heard);

        Refused<OnlyTheChair>(A.Meeting(), new StartHearing(A.Item(1), ["Artist"]), A.By(2));
        Refused<BallotStillOpen>(A.Voting(), new StartHearing(A.Item(1), ["Artist"]), A.By(1));
        Refused<ItemNotCalled>(A.Meeting(), new StartHearing(A.Item(2), ["Artist"]), A.By(1));
        Refused<TextMissing>(A.Meeting(), new StartHearing(A.Item(1), [" "]), A.By(1));
        Refused<OnlyTheChair>(hearing, new EndHearing(A.Item(1)), A.By(2));
        Refused<HearingNotStarted>(A.Meeting(), new EndHearing(A.Item(1)), A.By(1));
        Assert.False(HappensOnce(hearing, new EndHearing(A.Item(1)), A.By(1)).CurrentItem!.IsHearing);
        Causes(hearing, new CallItem(A.Item(2)), A.By(1), typeof(HearingEnded), typeof(ItemCalled));
        Causes(hearing, new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1), typeof(HearingEnded), typeof(BallotOpened)); // nobody is heard while the members vote
        Causes(hearing, new ConcludeItems([A.Item(1)], ConclusionKind.Postponed, Reason: "x"), A.By(1), typeof(HearingEnded), typeof(ItemConcluded));
        Assert.IsType<HearingEnded>(hearing.Events(new CloseMeeting("late"), A.By(1))[0]);
    }

    [Fact]
    public void Adds_an_item_when_every_member_present_agrees_expressly()
    {
        var meeting = HappensOnce(A.Meeting(absent: 6), new ProposeItem(A.Point(9)), A.By(3));
        foreach (var seat in Enumerable.Range(1, 4))
            meeting = HappensOnce(meeting, new ConsentToItem(A.Item(9), A.Seat(seat)), A.By(seat));
        Assert.Null(meeting.ItemOf(A.Item(9)));

        Refused<NotYourSeat>(meeting, new ConsentToItem(A.Item(9), A.Seat(5)), A.By(4));
        Causes(meeting, new ConsentToItem(A.Item(9), A.Seat(5)), A.By(5), typeof(ItemConsented), typeof(ItemAdded));
        var added = meeting.Do(new ConsentToItem(A.Item(9), A.Seat(5)), A.By(5));
        Assert.Equal((6, true), (added.ItemOf(A.Item(9))!.Planned.Number, added.ItemOf(A.Item(9))!.AddedInMeeting));
        ChangesNothing(added, new ConsentToItem(A.Item(9), A.Seat(5)), A.By(5));
        Refused<NothingProposed>(A.Meeting(), new ConsentToItem(A.Item(9), A.Seat(5)), A.By(5));
        Refused<NoVoice>(A.Meeting(), new ProposeItem(A.Point(9)), A.By(A.Substitute(3)));
        Refused<TextMissing>(A.Meeting(), new ProposeItem(A.Point(9) with { Titles = ImmutableSortedDictionary<string, string>.Empty }), A.By(3));
    }

    [Fact]
    public void Asks_only_members_who_are_there_themselves_whether_to_add_an_item()
    {
        // Seat 2 is represented by person 5: that voice is for votes; the article speaks of the members present.
        var meeting = A.Meeting(A.Restricted() with { Proxies = [new(A.Seat(2), A.Person(5), A.Start, A.Start)] }, absent: 2).Do(new ProposeItem(A.Point(9)), A.By(3));
        foreach (var seat in new[] { 1, 3, 4, 5 })
            meeting = meeting.Do(new ConsentToItem(A.Item(9), A.Seat(seat)), A.By(seat));

        Causes(meeting, new ConsentToItem(A.Item(9), A.Seat(6)), A.By(6), typeof(ItemConsented), typeof(ItemAdded));
        Refused<NotYourSeat>(meeting, new ConsentToItem(A.Item(9), A.Seat(2)), A.By(5));
    }

    [Fact]
    public void Asks_also_the_member_who_steps_aside_for_the_item_being_dealt_with()
    {
        var meeting = A.Meeting(absent: 6).Do(new CallItem(A.Item(1)), A.By(1)).Do(new Recuse(A.Item(1), A.Person(5)), A.By(5)).Do(new ProposeItem(A.Point(9)), A.By(3));
        foreach (var seat in Enumerable.Range(1, 4))
            meeting = meeting.Do(new ConsentToItem(A.Item(9), A.Seat(seat)), A.By(seat));

        Assert.Null(meeting.ItemOf(A.Item(9)));
        Causes(meeting, new ConsentToItem(A.Item(9), A.Seat(5)), A.By(5), typeof(ItemConsented), typeof(ItemAdded));
    }

    [Fact]
    public void Adds_it_also_when_who_had_not_agreed_has_left()
    {
        var meeting = A.Meeting(absent: 6).Do(new ProposeItem(A.Point(9)), A.By(3));
        foreach (var seat in Enumerable.Range(1, 4))
            meeting = meeting.Do(new ConsentToItem(A.Item(9), A.Seat(seat)), A.By(seat));
        meeting = meeting.Do(new SignOut(A.Person(5)), A.By(5));

        Causes(meeting, new ConsentToItem(A.Item(9), A.Seat(1)), A.By(1), typeof(ItemAdded));
    }

    [Fact]
    public void Does_not_add_an_item_to_which_one_member_says_no_or_that_the_chair_takes_back()
    {
        var meeting = A.Meeting(absent: 6).Do(new ProposeItem(A.Point(9)), A.By(3)).Do(new ConsentToItem(A.Item(9), A.Seat(1)), A.By(1));

        Refused<NotYourSeat>(meeting, new LeaveItemOff(A.Item(9), A.Seat(5)), A.By(4));
        Refused<NotYourSeat>(meeting, new LeaveItemOff(A.Item(9), A.Seat(6)), A.By(6)); // away
        Refused<OnlyTheChair>(meeting, new LeaveItemOff(A.Item(9)), A.By(3));
        HappensOnce(meeting, new LeaveItemOff(A.Item(9)), A.By(1));
        HappensOnce(meeting, new LeaveItemOff(A.Item(9)), A.Secretary);
        var off = HappensOnce(meeting, new LeaveItemOff(A.Item(9), A.Seat(5)), A.By(5));
        Assert.Empty(off.Proposed);
        Refused<NothingProposed>(off, new ConsentToItem(A.Item(9), A.Seat(2)), A.By(2));
        var added = meeting.Do(new AddUrgentItem(A.Point(8), "deadline"), A.By(1));
        Refused<NothingProposed>(added, new LeaveItemOff(A.Item(8)), A.By(1));
        HappensOnce(off, new ProposeItem(A.Point(9)), A.By(3)); // asked again, it begins anew
    }

    [Fact]
    public void Adds_an_urgent_item_by_the_chair_with_a_reason()
    {
        Refused<OnlyTheChair>(A.Meeting(), new AddUrgentItem(A.Point(9), "x"), A.By(2));
        Refused<ReasonMissing>(A.Meeting(), new AddUrgentItem(A.Point(9), " "), A.By(1));
        Refused<TextMissing>(A.Meeting(), new AddUrgentItem(A.Point(9) with { Titles = ImmutableSortedDictionary<string, string>.Empty }, "x"), A.By(1));
        Assert.Equal(6, HappensOnce(A.Meeting(), new AddUrgentItem(A.Point(9), "deadline"), A.By(1)).ItemOf(A.Item(9))!.Planned.Number);
    }

    [Fact] // nobody could be granted or refused an attestation by it
    public void Puts_no_added_item_to_the_vote_like_a_file_that_it_is_not()
    {
        var meeting = A.Meeting(A.Restricted() with { PointOutcomes = ["adopted"] });
        var (file, point, talk) = (A.Point(9) with { File = null }, A.Point(9, "adopted") with { File = null }, A.Point(9) with { File = null, Outcomes = [] });

        Assert.Equal("plus", Refused<UnknownOption>(meeting, new AddUrgentItem(file, "deadline"), A.By(1)).Option);
        Refused<UnknownOption>(meeting, new ProposeItem(file), A.By(3));
        HappensOnce(meeting, new AddUrgentItem(point, "deadline"), A.By(1));
        HappensOnce(meeting, new ProposeItem(talk), A.By(3));
    }

    [Fact]
    public void Takes_the_secretarys_notes_once_each()
    {
        var note = new TakeNote(Guid.NewGuid(), A.Item(1), "Remark on the previous report.");

        Assert.Single(HappensOnce(A.Meeting(), note, A.Secretary).Notes);
        Refused<OnlyTheSecretariat>(A.Meeting(), note, A.By(1));
        Refused<TextMissing>(A.Meeting(), note with { Text = "" }, A.Secretary);
        Refused<UnknownItem>(A.Meeting(), note with { Item = A.Item(99) }, A.Secretary);
    }

    [Fact]
    public void Closes_with_what_is_left_put_off_for_a_reason()
    {
        Refused<ReasonMissing>(A.Meeting(), new CloseMeeting(), A.By(1));
        Refused<OnlyTheChair>(A.Meeting(), new CloseMeeting("x"), A.By(2));
        Refused<BallotStillOpen>(A.Voting(), new CloseMeeting("x"), A.By(1));
        var closed = HappensOnce(A.Meeting(), new CloseMeeting("late"), A.By(1));
        Assert.All(closed.Items, i => Assert.Equal((ConclusionKind.Postponed, "late"), (i.Conclusion!.Kind, i.Conclusion.Reason)));
        Assert.Equal((MeetingState.Closed, A.Start), (closed.State, closed.EndedAt));
        Refused<MeetingOver>(closed, new CallItem(A.Item(1)), A.By(1));
    }

    [Fact]
    public void Does_not_close_over_a_vote_nobody_concluded()
    {
        var meeting = A.Voting().AllVote().ClosesBallot();
        Assert.Equal(1, Refused<ItemStillOpen>(meeting, new CloseMeeting("late"), A.By(1)).Number);

        Assert.Equal(MeetingState.Closed, Concluding.Decided().Do(new CloseMeeting("late"), A.By(1)).State);
    }

    [Fact]
    public void Knows_a_resumed_ballot_from_a_running_one() =>
        ChangesNothing(A.Voting(), new ResumeBallot(A.Ballot), A.By(1));
}
