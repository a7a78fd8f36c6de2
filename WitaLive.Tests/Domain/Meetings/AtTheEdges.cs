using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>Where a rule begins and ends: the very minute, the second click, the one who may not.</summary>
public class AtTheEdges : MeetingTest
{
    private const string Why = "the clock was wrong";

    [Fact]
    public void Who_presides_without_a_seat_signs_as_President_and_nobody_else_does()
    {
        var plan = A.Enlarged();
        var meeting = A.Planned(plan with { Attendants = [.. plan.Attendants.Where(a => a.Capacity is not Capacity.President)] });

        Assert.Equal(Capacity.President, meeting.Do(new SignIn(A.VicePresident, AttendanceMode.OnSite), A.By(A.VicePresident)).Attendances[A.VicePresident].Capacity);
        Refused<NotOnTheList>(meeting, new SignIn(A.Stranger, AttendanceMode.OnSite), A.By(A.Stranger));
        Assert.Equal((true, false, false), (meeting.Knows(A.President), meeting.Knows(A.Stranger), new Meeting().Knows(A.President)));
    }

    [Fact]
    public void A_stay_is_corrected_up_to_the_minutes_beside_it()
    {
        var now = A.Start.AddHours(2);
        var meeting = A.Planned().Do(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2)).Do(new SignOut(A.Person(2)), A.By(2), A.Start.AddMinutes(20))
            .Do(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2), A.Start.AddMinutes(40)).Do(new SignOut(A.Person(2)), A.By(2), A.Start.AddMinutes(60));

        Assert.Single(meeting.Events(Stay(0, 0, 40), A.Secretary, now));
        Refused<TimesDoNotFit>(meeting, Stay(0, 0, 41), A.Secretary, now);
        Assert.Single(meeting.Events(Stay(1, 20, 60), A.Secretary, now));
        Refused<TimesDoNotFit>(meeting, Stay(1, 19, 60), A.Secretary, now);
        Assert.Single(meeting.Events(Stay(1, 40, 120), A.Secretary, now));
        Refused<TimesDoNotFit>(meeting, Stay(1, 40, 121), A.Secretary, now);
    }

    [Fact]
    public void A_stay_that_goes_on_is_not_ended_by_a_correction_and_none_reaches_past_the_end_of_the_meeting()
    {
        var (end, now) = (A.Start.AddMinutes(60), A.Start.AddHours(2));
        var meeting = A.Meeting();

        Refused<TimesDoNotFit>(meeting, Stay(0, 0, 30), A.Secretary, now);
        Assert.Single(meeting.Events(new CorrectAttendance(A.Person(2), 0, now, null, Why), A.Secretary, now));
        Refused<TimesDoNotFit>(meeting, new CorrectAttendance(A.Person(2), 0, now.AddMinutes(1), null, Why), A.Secretary, now);
        var over = meeting.Do(new CloseMeeting("no time left"), A.By(1), end);
        Assert.Single(over.Events(Stay(0, 0, 60), A.Secretary, now));
        Refused<TimesDoNotFit>(over, Stay(0, 0, 61), A.Secretary, now);
    }

    [Fact]
    public void A_stay_keeps_the_minute_of_a_vote()
    {
        var (voted, now) = (A.Start.AddMinutes(10), A.Start.AddHours(1));
        var meeting = A.Voting().Do(new CastVote(A.Vote(1), A.Ballot, A.Seat(2), Choice.For), A.By(2), voted).Do(new SignOut(A.Person(2)), A.By(2), A.Start.AddMinutes(20));

        Assert.Single(meeting.Events(Stay(0, 10, 20), A.Secretary, now));
        Assert.Single(meeting.Events(Stay(0, 0, 10), A.Secretary, now));
        Refused<TimesDoNotFit>(meeting, Stay(0, 11, 20), A.Secretary, now);
        Refused<TimesDoNotFit>(meeting, Stay(0, 0, 9), A.Secretary, now);
    }

    [Fact]
    public void A_ballot_that_a_recusal_undoes_is_annulled_for_that_reason()
    {
        var meeting = A.Voting().AllVote().ClosesBallot();

        var annulled = Assert.Single(meeting.Events(new Recuse(A.Item(1), A.Person(2)), A.By(2)).OfType<BallotAnnulled>());
        Assert.True(annulled.ForRecusal);
    }

    [Fact]
    public void Before_the_meeting_only_who_may_come_to_preside_lifts_the_recusal_of_another()
    {
        var meeting = A.Planned().Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));

        Refused<NotForAnother>(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(3));
        Assert.Single(meeting.Events(new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(4))); // the substitute chair
    }

    [Fact]
    public void The_floor_is_taken_from_nobody_who_does_not_have_it()
    {
        var meeting = A.Meeting().Do(new RaiseHand(A.Person(2)), A.By(2)).Do(new RaiseHand(A.Person(3)), A.By(3)).Do(new GiveFloor(A.Person(2)), A.By(1));

        ChangesNothing(meeting, new EndFloor(A.Person(3)), A.By(1));
        Assert.Equal(A.Person(2), Assert.IsType<FloorEnded>(Assert.Single(meeting.Events(new EndFloor(A.Person(2)), A.By(1)))).Person);
    }

    [Fact]
    public void A_vote_that_did_not_count_when_the_ballot_closed_is_shown_no_more()
    {
        var meeting = A.Voting().Votes(2, "for").Votes(3, "against").Do(new SignOut(A.Person(3)), A.By(3)).ClosesBallot();

        Assert.Equal(Choice.For, Meeting.VoteOn(meeting.Ballot!, meeting.SeatFor(A.Seat(2), null))!.Choice);
        Assert.Null(Meeting.VoteOn(meeting.Ballot!, meeting.SeatFor(A.Seat(3), null)));
        Assert.Null(Meeting.VoteOn(meeting.Ballot!, meeting.SeatFor(A.Seat(4), null)));
    }

    [Fact]
    public void A_ballot_opened_again_by_a_late_click_opens_nothing_also_when_another_one_came_after_it()
    {
        var first = new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]);
        var meeting = A.Voting().AllVote("abstain").ClosesBallot().Do(new OpenBallot(A.BallotNumber(2), [A.Item(1)], ["ordinary"]), A.By(1)).AllVote().ClosesBallot();

        ChangesNothing(meeting, first, A.By(1));
        Assert.Equal(A.BallotNumber(2), meeting.Ballot!.Id);
    }

    [Fact]
    public void A_block_of_which_one_file_is_concluded_is_annulled_no_more()
    {
        var meeting = A.Meeting().Do(new OpenBallot(A.Ballot, [A.Item(1), A.Item(2)], ["plus"]), A.By(1)).AllVote().ClosesBallot();
        Assert.Single(meeting.Events(new AnnulBallot(A.Ballot, Why), A.By(1)));

        var concluded = meeting.Do(new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "plus"), A.By(1));

        Refused<ItemConcludedAlready>(concluded, new AnnulBallot(A.Ballot, Why), A.By(1));
    }

    [Fact]
    public void An_entered_vote_said_twice_to_be_wrong_goes_once_and_no_expert_says_it()
    {
        var entered = A.Voting().Do(new EnterWitnessedVote(A.Vote(1), A.Ballot, A.Seat(2), Choice.For, VoteMeans.Hand), A.Secretary)
            .Do(new SignInGuest(A.Guest, "Expert", Capacity.Expert, AttendanceMode.OnSite), A.Secretary);
        Refused<WitnessNeedsAnother>(entered, new RejectWitnessedVote(A.Ballot, A.Vote(1)), A.By(A.Guest));

        ChangesNothing(entered.Do(new RejectWitnessedVote(A.Ballot, A.Vote(1)), A.By(3)), new RejectWitnessedVote(A.Ballot, A.Vote(1)), A.By(3));
    }

    [Fact]
    public void The_secretariat_proposes_an_item_too() =>
        Assert.IsType<ItemProposed>(Assert.Single(A.Meeting().Events(new ProposeItem(A.Point(9)), A.Secretary)));

    [Fact]
    public void A_meeting_with_nothing_left_is_closed_without_a_reason()
    {
        var meeting = A.Meeting(A.Restricted(items: 1)).Do(new ConcludeItems([A.Item(1)], ConclusionKind.Postponed, Reason: "diploma"), A.By(1));

        Assert.IsType<MeetingClosed>(Assert.Single(meeting.Events(new CloseMeeting(null), A.By(1))));
        Refused<ReasonMissing>(A.Meeting(A.Restricted(items: 1)), new CloseMeeting(null), A.By(1));
    }

    [Fact]
    public void What_is_concluded_is_concluded_once_whoever_clicks_again()
    {
        var postpone = new ConcludeItems([A.Item(1), A.Item(2)], ConclusionKind.Postponed, Reason: "diploma");
        var meeting = A.Meeting().Do(new ConcludeItems([A.Item(1)], ConclusionKind.Postponed, Reason: "diploma"), A.By(1));

        Assert.Equal(A.Item(2), Assert.IsType<ItemConcluded>(Assert.Single(meeting.Events(postpone, A.By(1)))).Item); // the first one stays as it is
        Refused<ItemConcludedAlready>(meeting, postpone with { Kind = ConclusionKind.Withdrawn }, A.By(1));
        Refused<OnlyTheChair>(meeting, postpone, A.By(2));
    }

    [Fact]
    public void Only_what_a_ballot_did_not_carry_where_nothing_is_referred_is_postponed_without_a_reason()
    {
        var postpone = new ConcludeItems([A.Item(1)], ConclusionKind.Postponed);
        var enlarged = A.Meeting(A.Enlarged());

        Refused<ReasonMissing>(enlarged, postpone, enlarged.TheChair());
        Refused<ReasonMissing>(A.Voting().AllVote("abstain").ClosesBallot(), postpone, A.By(1));
        var fell = A.Voting(A.Enlarged()).AllVote("against").ClosesBallot();
        Refused<ReasonMissing>(fell, postpone with { Kind = ConclusionKind.Withdrawn }, fell.TheChair());
        Assert.True(Assert.IsType<ItemConcluded>(Assert.Single(fell.Events(postpone, fell.TheChair()))).ForPresident);
    }

    [Fact]
    public void What_is_evoked_while_somebody_is_heard_ends_the_hearing_and_so_does_taking_a_conclusion_back_from_another()
    {
        var heard = A.Meeting().Do(new StartHearing(A.Item(1), ["Marie Noël"]), A.By(1));
        Causes(heard, new EvokeItem(A.Item(1), "a question of principle"), A.By(1), typeof(HearingEnded), typeof(ItemConcluded));

        var other = A.Meeting().Do(new ConcludeItems([A.Item(1)], ConclusionKind.Postponed, Reason: "diploma"), A.By(1)).Do(new CallItem(A.Item(2)), A.By(1)).Do(new StartHearing(A.Item(2), ["Marie Noël"]), A.By(1));
        Causes(other, new UndoConclusion(A.Item(1)), A.By(1), typeof(HearingEnded), typeof(ConclusionUndone));
    }

    private static CorrectAttendance Stay(int stay, int from, int until) => new(A.Person(2), stay, A.Start.AddMinutes(from), A.Start.AddMinutes(until), Why);
}
