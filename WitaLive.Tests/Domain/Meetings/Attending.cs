using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

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

    [Theory] // rules of procedure, art. 4; law reference §10, O-9
    [InlineData(AttendanceMode.OnSite), InlineData(AttendanceMode.Online)]
    public void One_takes_part_as_the_convocation_says(AttendanceMode held)
    {
        var other = held is AttendanceMode.OnSite ? AttendanceMode.Online : AttendanceMode.OnSite;
        var meeting = A.Planned(A.Restricted() with { Modes = [held] });
        var guest = new SignInGuest(A.Guest, "Me Dupont", Capacity.Heard, other);

        if (other is AttendanceMode.Online)
        {
            Refused<NotHeldOnline>(meeting, new SignIn(A.Person(2), other), A.By(2));
            Refused<NotHeldOnline>(meeting, guest, A.Secretary);
        }
        else
        {
            Refused<NotHeldOnSite>(meeting, new SignIn(A.Person(2), other), A.By(2));
            Refused<NotHeldOnSite>(meeting, guest, A.Secretary);
        }
        HappensOnce(meeting, new SignIn(A.Person(2), held), A.By(2));
        HappensOnce(meeting, guest with { Mode = held }, A.Secretary);
        HappensOnce(A.Planned(A.Restricted() with { Modes = [held, other] }), new SignIn(A.Person(2), other), A.By(2));
    }

    [Fact]
    public void The_list_lies_open_from_its_time_on_and_always_once_the_meeting_is_open()
    {
        var from = A.Start.AddHours(-9);
        var meeting = A.Planned(A.Restricted() with { SignableFrom = from });
        var guest = new SignInGuest(A.Guest, "Me Dupont", Capacity.Heard, AttendanceMode.OnSite);

        Assert.Equal(from, Refused<NotYetSignable>(meeting, new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2), from.AddDays(-7)).From);
        Refused<NotYetSignable>(meeting, new SignIn(A.Person(2), AttendanceMode.OnSite), A.Secretary, from.AddSeconds(-1));
        Refused<NotYetSignable>(meeting, guest, A.Secretary, from.AddSeconds(-1));
        Assert.NotEmpty(meeting.Events(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2), from));
        var open = A.Meeting(A.Restricted() with { SignableFrom = from }, 2);
        Assert.NotEmpty(open.Events(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2), from.AddDays(-1)));
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
    public void A_corrected_stay_leaves_out_no_vote_of_that_person()
    {
        var (opened, voted, closed, later) = (A.Start.AddMinutes(9), A.Start.AddMinutes(10), A.Start.AddMinutes(12), A.Start.AddHours(1));
        var meeting = A.Voting().Do(new CastVote(A.Vote(1), A.Ballot, A.Seat(6), Choice.For), A.By(6), voted);
        Refused<TimesDoNotFit>(meeting, Stay(6, A.Start, voted.AddSeconds(-1)) with { Until = null, From = voted.AddSeconds(1) }, A.Secretary, later);
        meeting = meeting.Do(new CloseBallot(A.Ballot), meeting.TheChair(), closed).Do(new SignOut(A.Person(5)), A.By(5), A.Start.AddMinutes(30)).Do(new SignOut(A.Person(6)), A.By(6), A.Start.AddMinutes(30));

        Refused<TimesDoNotFit>(meeting, Stay(6, A.Start, opened), A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, Stay(6, voted.AddSeconds(1), A.Start.AddMinutes(20)), A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, Stay(6, voted, closed.AddSeconds(-1)), A.Secretary, later); // the ballot counted that vote when it closed
        meeting.Do(Stay(6, voted, closed), A.Secretary, later);
        meeting.Do(Stay(5, A.Start, opened), A.Secretary, later); // gone unseen, without a vote

        static CorrectAttendance Stay(int person, DateTimeOffset from, DateTimeOffset until) => new(A.Person(person), 0, from, until, "x");
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
    public void Nobody_who_stayed_until_the_end_comes_in_after_it()
    {
        var later = A.Start.AddHours(3);
        var meeting = A.Meeting().Do(new SignOut(A.Person(6)), A.By(6), A.Start.AddMinutes(10)).Do(new SignIn(A.Person(6), AttendanceMode.OnSite), A.By(6), A.Start.AddMinutes(20))
            .Do(new CloseMeeting("fini"), A.By(1), A.Start.AddMinutes(90));

        // Coming in was taken for going out: whatever is put in its place, one stay ends before the next begins, and the last before the meeting does.
        Refused<TimesDoNotFit>(meeting, new CorrectAttendance(A.Person(6), 1, A.Start.AddMinutes(90), null, "x"), A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, new CorrectAttendance(A.Person(6), 1, A.Start.AddMinutes(95), null, "x"), A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, new CorrectAttendance(A.Person(6), 1, A.Start.AddMinutes(9), A.Start.AddMinutes(89), "x"), A.Secretary, later);
        Refused<TimesDoNotFit>(meeting, new CorrectAttendance(A.Person(6), 0, A.Start.AddMinutes(10), A.Start, "x"), A.Secretary, later);
        meeting.Do(new CorrectAttendance(A.Person(6), 1, A.Start.AddMinutes(89), null, "x"), A.Secretary, later);
        // Who came after an end that was noted too late stayed no time at all.
        var ended = meeting.Do(new CorrectHours(A.Start, A.Start.AddMinutes(15), "x"), A.Secretary, later);
        Assert.Equal(A.Start.AddMinutes(20), ended.EndOf(ended.Attendances[A.Person(6)].Stays[1]));
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
