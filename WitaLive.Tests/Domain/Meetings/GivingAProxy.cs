using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

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
        Refused<ProxySignedLater>(A.Planned(), s_proxy with { SignedAt = s_before.AddMinutes(1) }, A.Secretary, s_before);
        var earlier = s_proxy with { SignedAt = s_before.AddDays(-2) }; // put right
        Assert.Equal(earlier.SignedAt, meeting.Do(earlier, A.Secretary, s_before).Proxies[A.Seat(2)].SignedAt);
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
    public void Does_not_come_back_with_a_newer_plan_when_who_came_has_left_again()
    {
        var plan = A.Restricted() with { Proxies = [new(A.Seat(2), A.Person(5), s_before, s_before)] };
        var meeting = A.Planned(plan).Do(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2)).Do(new SignOut(A.Person(2)), A.By(2))
            .Do(new PrepareMeeting(plan with { Revision = 2 }), A.Secretary);

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

    internal static Meeting Held()
    {
        var plan = A.Restricted() with { Proxies = [new(A.Seat(2), A.Person(5), s_before, s_before)] };
        return A.Meeting(plan, absent: 2);
    }
}
