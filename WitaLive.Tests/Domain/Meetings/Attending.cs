using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Decisions;

namespace WitaLive.Tests.Domain.Meetings;

public class Attending : MeetingTest
{
    [Fact]
    public void Signing_in_takes_the_free_seat_once()
    {
        var events = Causes(A.Planned(), new SignIn(A.Person(2), AttendanceMode.Online), A.By(2), typeof(SignedIn), typeof(SeatOccupied));

        Assert.Equal(new SeatOccupied(A.Seat(2), A.Person(2)) { At = A.Start, By = A.Person(2) }, events[1]);
        HappensOnce(A.Planned(), new SignIn(A.Person(2), AttendanceMode.Online), A.By(2));
    }

    [Fact]
    public void The_second_of_a_duo_is_there_without_the_seat()
    {
        var meeting = A.Meeting();

        Causes(meeting, new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.By(A.Substitute(2)), typeof(SignedIn));
        Assert.Equal(6, meeting.Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.Secretary).Seats().Count(s => s.Counts));
    }

    [Fact]
    public void Nobody_signs_in_for_another_but_the_secretariat()
    {
        Refused<NotForAnother>(A.Planned(), new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(3));
        Causes(A.Planned(), new SignIn(A.Person(2), AttendanceMode.OnSite), A.Secretary, typeof(SignedIn), typeof(SeatOccupied));
    }

    [Fact]
    public void A_stranger_is_not_on_the_list() =>
        Refused<NotOnTheList>(A.Planned(), new SignIn(A.Stranger, AttendanceMode.OnSite), A.By(A.Stranger));

    [Fact]
    public void Nothing_is_done_before_the_meeting_is_prepared() =>
        Refused<MeetingNotPrepared>(new Meeting(), new SignIn(A.Person(1), AttendanceMode.OnSite), A.By(1));

    [Fact]
    public void A_plan_known_already_is_not_taken_again()
    {
        ChangesNothing(A.Planned(), new PrepareMeeting(A.Restricted()), A.Secretary);
        Causes(A.Planned(), new PrepareMeeting(A.Restricted() with { Revision = 2 }), A.Secretary, typeof(MeetingPrepared));
        Refused<MeetingHasBegun>(A.Meeting(), new PrepareMeeting(A.Restricted() with { Revision = 2 }), A.Secretary);
    }

    [Fact]
    public void Whoever_leaves_passes_the_seat_to_the_other_of_the_duo()
    {
        var meeting = A.Meeting().Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.Secretary);

        Causes(meeting, new SignOut(A.Person(2)), A.By(2), typeof(SignedOut), typeof(SeatOccupied));
        Assert.Equal(A.Substitute(2), meeting.Do(new SignOut(A.Person(2)), A.By(2)).SeatFor(A.Seat(2), null).Voter);
        Refused<NotForAnother>(meeting, new SignOut(A.Person(2)), A.By(3));
        HappensOnce(meeting, new SignOut(A.Person(2)), A.By(2));
    }

    [Fact]
    public void A_seat_is_taken_over_only_by_its_duo_and_only_when_there()
    {
        var meeting = A.Meeting();

        Refused<NotSignedIn>(meeting, new TakeSeat(A.Seat(2), A.Substitute(2)), A.By(A.Substitute(2)));
        Refused<NotOfThisSeat>(meeting, new TakeSeat(A.Seat(2), A.Person(3)), A.By(3));
        Refused<NotForAnother>(meeting, new TakeSeat(A.Seat(2), A.Person(2)), A.By(3));
        ChangesNothing(meeting, new TakeSeat(A.Seat(2), A.Person(2)), A.By(2));
        HappensOnce(meeting.Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.Secretary), new TakeSeat(A.Seat(2), A.Substitute(2)), A.By(A.Substitute(2)));
    }

    [Fact]
    public void One_person_never_holds_two_seats()
    {
        var plan = A.Restricted();
        plan = plan with { Seats = plan.Seats.SetItem(2, plan.Seats[2] with { Substitute = A.Substitute(2) }) };
        var meeting = A.Planned(plan).Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.By(A.Substitute(2)));

        Refused<NotOfThisSeat>(meeting, new TakeSeat(A.Seat(3), A.Substitute(2)), A.By(A.Substitute(2)));
    }

    [Fact]
    public void Guests_are_entered_by_the_secretariat_and_have_no_voice()
    {
        var guest = new SignInGuest(A.Guest, " Me Dupont ", Capacity.Heard, AttendanceMode.OnSite);
        var meeting = HappensOnce(A.Meeting(), guest, A.Secretary);

        Assert.Equal("Me Dupont", meeting.NameOf(A.Guest));
        Assert.Equal(6, meeting.Seats().Count(s => s.Counts));
        Assert.Equal(Capacity.Heard, meeting.Attendances[A.Guest].Capacity);
        Refused<OnlyTheSecretariat>(A.Meeting(), guest, A.By(1));
        Refused<TextMissing>(A.Meeting(), guest with { Name = " " }, A.Secretary);
        Refused<NotOnTheList>(A.Meeting(), guest with { Capacity = Capacity.Member }, A.Secretary);
        Refused<NotOnTheList>(A.Meeting(), guest with { Guest = A.Person(3) }, A.Secretary);
        Refused<MeetingOver>(Closed(), guest, A.Secretary);
        var back = meeting.Do(new SignOut(A.Guest), A.Secretary).Do(guest, A.Secretary);
        Assert.Equal(2, back.Attendances[A.Guest].Stays.Length);
    }

    [Fact]
    public void Times_are_corrected_with_a_reason_and_within_what_can_be()
    {
        var later = A.Start.AddHours(1);
        var meeting = A.Meeting().Do(new SignOut(A.Person(6)), A.By(6), later);
        var correct = new CorrectAttendance(A.Person(6), 0, A.Start.AddMinutes(-5), A.Start.AddMinutes(50), "left at ten to ten");

        var corrected = meeting.Do(correct, A.Secretary, later).Attendances[A.Person(6)].Stays[0];
        Assert.Equal((A.Start.AddMinutes(-5), A.Start.AddMinutes(50), correct.Reason), (corrected.From, corrected.Until, corrected.Correction));
        Refused<OnlyTheSecretariat>(meeting, correct, A.By(1), later);
        Refused<ReasonMissing>(meeting, correct with { Reason = " " }, A.Secretary, later);
        Refused<NotOnTheList>(meeting, correct with { Stay = 1 }, A.Secretary, later);
        Refused<NotOnTheList>(meeting, correct with { Person = A.Stranger }, A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, correct with { Until = correct.From }, A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, correct with { Until = null }, A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, correct with { Until = later.AddMinutes(1) }, A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, correct with { Person = A.Person(5), From = later.AddMinutes(1), Until = null }, A.Secretary, later);
    }

    [Fact]
    public void Corrected_stays_do_not_overlap()
    {
        var meeting = A.Meeting().Do(new SignOut(A.Person(6)), A.By(6), A.Start.AddMinutes(10));
        meeting = meeting.Do(new SignIn(A.Person(6), AttendanceMode.OnSite), A.By(6), A.Start.AddMinutes(20));

        Refused<TimesDoNotFit>(meeting, new CorrectAttendance(A.Person(6), 0, A.Start, A.Start.AddMinutes(21), "x"), A.Secretary, A.Start.AddHours(1));
        Refused<TimesDoNotFit>(meeting, new CorrectAttendance(A.Person(6), 1, A.Start.AddMinutes(9), null, "x"), A.Secretary, A.Start.AddHours(1));
    }

    [Fact]
    public void After_the_end_only_the_record_can_still_be_completed()
    {
        var closed = Closed();

        Refused<MeetingOver>(closed, new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.By(A.Substitute(2)));
        Refused<MeetingOver>(closed, new TakeSeat(A.Seat(2), A.Person(2)), A.By(2));
        Refused<MeetingOver>(closed, new OpenMeeting(), A.By(1));
        ChangesNothing(closed, new SignOut(A.Person(2)), A.By(2));
        var left = closed.Do(new CorrectAttendance(A.Person(2), 0, A.Start, A.Start.AddMinutes(30), "left without signing out"), A.Secretary, A.Start.AddHours(2));
        Assert.Equal(A.Start.AddMinutes(30), left.Attendances[A.Person(2)].Stays[0].Until);
        Causes(closed, new TakeNote(Guid.NewGuid(), null, "A remark"), A.Secretary, typeof(NoteTaken));
    }

    [Fact]
    public void The_chair_is_the_first_who_is_there_and_the_jurist_the_last()
    {
        var meeting = A.Meeting().Do(new SignIn(A.Jurist, AttendanceMode.OnSite), A.By(A.Jurist));
        Assert.Equal(A.Person(1), meeting.InTheChair!.Person);

        meeting = meeting.Do(new SignOut(A.Person(1)), A.By(1));
        Assert.Equal(A.Person(4), meeting.InTheChair!.Person);

        meeting = meeting.Do(new SignOut(A.Person(4)), A.By(4));
        Assert.Equal(A.Jurist, meeting.InTheChair!.Person);
        Assert.True(meeting.Quorum().Reached);
        Assert.Null(meeting.SeatOf(A.Jurist));

        meeting = meeting.Do(new SignIn(A.Person(1), AttendanceMode.Online), A.By(1));
        Assert.Equal(A.Person(1), meeting.InTheChair!.Person);
    }

    [Fact]
    public void A_chair_whose_substitute_sits_does_not_preside()
    {
        var meeting = A.Meeting().Do(new SignIn(A.Substitute(1), AttendanceMode.OnSite), A.Secretary).Do(new TakeSeat(A.Seat(1), A.Substitute(1)), A.Secretary);

        Assert.Equal(A.Person(4), meeting.InTheChair!.Person);
    }

    [Fact]
    public void Speakers_stand_in_the_order_of_asking_and_one_has_the_floor()
    {
        var meeting = HappensOnce(A.Meeting(), new RaiseHand(A.Person(3)), A.By(3)).Do(new RaiseHand(A.Person(2)), A.By(2));
        Assert.Equal([A.Person(3), A.Person(2)], meeting.Speakers.Select(s => s.Person));

        Refused<OnlyTheChair>(meeting, new GiveFloor(A.Person(3)), A.By(3));
        meeting = HappensOnce(meeting, new GiveFloor(A.Person(3)), A.By(1));
        meeting = meeting.Do(new GiveFloor(A.Person(2)), A.By(1));
        Assert.Equal(A.Person(2), Assert.Single(meeting.Speakers).Person);

        Refused<NotForAnother>(meeting, new EndFloor(A.Person(2)), A.By(3));
        Assert.Empty(HappensOnce(meeting, new EndFloor(A.Person(2)), A.By(1)).Speakers);
        Assert.Empty(HappensOnce(A.Meeting().Do(new RaiseHand(A.Person(3)), A.By(3)), new LowerHand(A.Person(3)), A.By(3)).Speakers);
        Refused<NotSignedIn>(meeting, new RaiseHand(A.Substitute(3)), A.By(A.Substitute(3)));
        Refused<MeetingNotOpen>(A.Planned(), new RaiseHand(A.Person(3)), A.By(3));
    }

    internal static Meeting Closed() => A.Meeting().Do(new CloseMeeting("late"), A.By(1), A.Start.AddHours(1));
}

public class GivingAProxy : MeetingTest
{
    private static readonly DateTimeOffset s_before = A.Start.AddDays(-1);

    private static readonly ReceiveProxy s_proxy = new(A.Seat(2), A.Person(5), s_before);

    [Fact]
    public void The_holder_votes_for_the_seat_when_both_of_the_duo_are_away()
    {
        var meeting = Held();

        Assert.Equal(new SeatPresence(A.Seat(2), new("experts"), SeatState.Represented, A.Person(5)), meeting.SeatFor(A.Seat(2), null));
        Assert.True(meeting.Quorum().Reached);
        meeting = meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1)).AllVote().ClosesBallot();
        Assert.Equal((6, 6), (meeting.Ballot!.Result!.Voted, meeting.Ballot.Result.Entitled));
    }

    [Fact]
    public void Comes_through_the_secretariat_before_the_meeting_starts()
    {
        Refused<OnlyTheSecretariat>(A.Planned(), s_proxy, A.By(5), s_before);
        Refused<ProxyTooLate>(A.Planned(), s_proxy, A.Secretary, A.Start);
        Refused<ProxyTooLate>(A.Meeting(), s_proxy, A.Secretary, s_before);
        Assert.IsType<ProxyReceived>(Assert.Single(A.Planned().Events(s_proxy, A.Secretary, s_before)));
    }

    [Fact]
    public void Goes_to_another_voting_member_who_holds_no_other()
    {
        var meeting = A.Planned().Do(s_proxy, A.Secretary, s_before);

        ChangesNothing(meeting, s_proxy, A.Secretary, s_before);
        Refused<ProxyHolderTaken>(meeting, s_proxy with { Giver = A.Seat(3) }, A.Secretary, s_before);
        Refused<ProxyHolderNotMember>(meeting, s_proxy with { Holder = A.President }, A.Secretary, s_before);
        Refused<ProxyHolderNotMember>(meeting, s_proxy with { Holder = A.Substitute(2) }, A.Secretary, s_before);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Ends_for_good_when_either_of_the_duo_signs_in(bool substitute)
    {
        var comes = substitute ? A.Substitute(2) : A.Person(2);
        var meeting = Held().Do(new SignIn(comes, AttendanceMode.OnSite), A.By(comes));
        Assert.Equal((SeatState.Present, comes), (meeting.SeatFor(A.Seat(2), null).State, meeting.SeatFor(A.Seat(2), null).Voter!.Value));

        Assert.Equal(SeatState.Absent, meeting.Do(new SignOut(comes), A.By(comes)).SeatFor(A.Seat(2), null).State);
        Refused<ProxyFromDuo>(A.Planned().Do(new SignIn(comes, AttendanceMode.OnSite), A.By(comes), s_before), s_proxy, A.Secretary, s_before);
    }

    [Fact]
    public void Does_not_come_back_with_a_newer_plan()
    {
        var plan = A.Restricted() with { Proxies = [new(A.Seat(2), A.Person(5), s_before, s_before)] };
        var meeting = A.Planned(plan).Do(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2)).Do(new PrepareMeeting(plan with { Revision = 2 }), A.Secretary);

        Assert.Empty(meeting.Proxies);
    }

    [Fact]
    public void Is_worth_nothing_while_its_holder_does_not_sit_or_is_recused()
    {
        var meeting = Held();

        Assert.Equal(SeatState.Absent, meeting.Do(new SignOut(A.Person(5)), A.By(5)).SeatFor(A.Seat(2), null).State);
        Assert.Equal(SeatState.Absent, meeting.Do(new Recuse(A.Item(1), A.Person(5)), A.By(5)).SeatFor(A.Seat(2), A.Item(1)).State);
        Assert.Equal(SeatState.Represented, meeting.Do(new Recuse(A.Item(1), A.Person(5)), A.By(5)).SeatFor(A.Seat(2), A.Item(2)).State);
        var takenOver = meeting.Do(new SignIn(A.Substitute(5), AttendanceMode.OnSite), A.Secretary).Do(new TakeSeat(A.Seat(5), A.Substitute(5)), A.Secretary);
        Assert.Equal(SeatState.Absent, takenOver.SeatFor(A.Seat(2), null).State);
    }

    [Fact]
    public void From_a_recused_member_is_none()
    {
        var meeting = Held().Do(new Recuse(A.Item(1), A.Person(2)), A.Secretary);

        Assert.False(meeting.SeatFor(A.Seat(2), A.Item(1)).Counts);
        Assert.True(meeting.SeatFor(A.Seat(2), A.Item(2)).Counts);
    }

    private static Meeting Held()
    {
        var plan = A.Restricted() with { Proxies = [new(A.Seat(2), A.Person(5), s_before, s_before)] };
        return A.Meeting(plan, absent: 2);
    }
}

public class BeingRecused : MeetingTest
{
    [Fact]
    public void Holds_for_one_item_in_which_the_other_of_the_duo_sits()
    {
        var meeting = HappensOnce(A.Meeting(), new Recuse(A.Item(1), A.Person(2)), A.By(2));
        Assert.Equal(SeatState.Recused, meeting.SeatFor(A.Seat(2), A.Item(1)).State);
        Assert.Equal(SeatState.Present, meeting.SeatFor(A.Seat(2), A.Item(2)).State);

        meeting = meeting.Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.Secretary);
        Assert.Equal(A.Substitute(2), meeting.SeatFor(A.Seat(2), A.Item(1)).Voter);
        Assert.Equal(A.Person(2), meeting.SeatFor(A.Seat(2), A.Item(2)).Voter);
    }

    [Fact]
    public void When_both_are_the_seat_counts_neither_as_present_nor_in_the_split()
    {
        var meeting = A.Meeting(A.Enlarged()).Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.Secretary)
            .Do(new Recuse(A.Item(1), A.Person(2)), A.By(2)).Do(new Recuse(A.Item(1), A.Substitute(2)), A.Secretary);
        Assert.Equal(8, meeting.Quorum(A.Item(1)).Blocs[0].Present);

        meeting = meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), meeting.TheChair()).AllVote().ClosesBallot();
        Assert.Equal(17, meeting.Ballot!.Result!.Entitled);
        Assert.Equal(new Tally(new("experts"), 8, 8, 0, 0), meeting.Ballot.Result.Options[0].Groups.Single(g => g.Group == new GroupCode("experts")));
    }

    [Fact]
    public void Chair_and_substitute_chair_replace_each_other()
    {
        var meeting = A.Meeting().Do(new Recuse(A.Item(1), A.Person(1)), A.By(1));

        Assert.Equal(A.Person(4), meeting.InTheChair!.Person);
        Refused<OnlyTheChair>(meeting, new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1));
        meeting = meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(4)).AllVote().Do(new CloseBallot(A.Ballot), A.By(4));
        meeting = meeting.Do(new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "plus"), A.By(4));
        Assert.Equal(A.Person(1), meeting.InTheChair!.Person);
        Refused<OnlyTheChair>(meeting, new UndoConclusion(A.Item(1)), A.By(1));
        Causes(meeting, new UndoConclusion(A.Item(1)), A.By(4), typeof(ConclusionUndone));
    }

    [Fact]
    public void Of_all_who_may_preside_still_lets_the_meeting_go_on()
    {
        var meeting = A.Meeting().Do(new Recuse(A.Item(1), A.Person(1)), A.By(1)).Do(new Recuse(A.Item(1), A.Person(4)), A.By(4));

        Assert.Null(meeting.Presiding(A.Item(1)));
        Refused<NoQuorum>(meeting, new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1));
        Causes(meeting, new CallItem(A.Item(2)), A.By(1), typeof(ItemCalled));
    }

    [Fact]
    public void Comes_from_the_person_or_the_secretariat()
    {
        var meeting = A.Meeting();

        Refused<NotForAnother>(meeting, new Recuse(A.Item(1), A.Person(2)), A.By(1));
        Refused<UnknownItem>(meeting, new Recuse(A.Item(99), A.Person(2)), A.By(2));
        Refused<NotOnTheList>(meeting, new Recuse(A.Item(1), A.Stranger), A.Secretary);
        Causes(meeting, new Recuse(A.Item(1), A.Person(2)), A.Secretary, typeof(Recused));
        Refused<ItemConcludedAlready>(Concluding.Decided(), new Recuse(A.Item(1), A.Person(2)), A.By(2));
    }

    [Fact]
    public void Can_be_taken_back_until_there_was_a_vote()
    {
        var meeting = A.Meeting().Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));

        Refused<NotForAnother>(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(3));
        Assert.True(HappensOnce(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(2)).SeatFor(A.Seat(2), A.Item(1)).Counts);
        Refused<RecusalTooLate>(meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1)), new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(2));
    }

    [Fact]
    public void In_an_open_ballot_takes_the_vote_along()
    {
        var meeting = A.Voting().AllVote().Do(new Recuse(A.Item(1), A.Person(5)), A.By(5));

        Assert.Equal(5, meeting.VotingSeats(meeting.Ballot!).Count);
        Assert.Equal(5, meeting.ClosesBallot().Ballot!.Result!.Voted);
    }
}
