using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

public class CastingAVote : MeetingTest
{
    private static readonly CastVote s_vote = new(A.Vote(1), A.Ballot, A.Seat(2), Choice.For);

    [Fact]
    public void Is_recorded_for_the_seat_by_the_one_who_holds_it()
    {
        var vote = (VoteCast)Causes(A.Voting(), s_vote, A.By(2), typeof(VoteCast))[0];

        Assert.Equal(new VoteCast(A.Vote(1), A.Ballot, A.Seat(2), A.Person(2), Choice.For) { At = A.Start, By = A.Person(2) }, vote);
        Refused<NotYourSeat>(A.Voting(), s_vote, A.By(3));
        Refused<NotYourSeat>(A.Voting(), s_vote, A.By(A.Substitute(2)));
        Refused<NotYourSeat>(A.Voting(), s_vote, A.Secretary);
        Refused<NotYourSeat>(A.Voting(), s_vote with { Seat = A.Seat(99) }, A.By(2));
        Refused<UnknownOption>(A.Voting(), s_vote with { Choice = new("plus") }, A.By(2));
        Refused<BallotClosed>(A.Voting(), s_vote with { Ballot = A.BallotNumber(7) }, A.By(2));
        Refused<BallotClosed>(A.Voting().ClosesBallot(), s_vote, A.By(2));
        Refused<SeatHasNoVoice>(A.Voting().Do(new SignOut(A.Person(2)), A.By(2)), s_vote, A.By(2));
    }

    [Theory]
    [InlineData(901), InlineData(911)]
    public void Is_not_for_the_President_nor_the_jurist(int who)
    {
        var person = who == 901 ? A.President : A.Jurist;
        var meeting = A.Voting(A.Enlarged()).Do(new SignIn(A.Jurist, AttendanceMode.OnSite), A.By(A.Jurist));

        Refused<NotYourSeat>(meeting, s_vote, A.By(person));
    }

    [Fact] // law of 16 December 2022, art. 3 § 3
    public void Is_not_for_the_Communities_who_count_in_no_quorum_either()
    {
        var community = A.Substitute(40);
        var plan = A.Restricted();
        var meeting = A.Voting(plan with { Attendants = plan.Attendants.Add(new(community, Capacity.Consultative)) })
            .Do(new SignIn(community, AttendanceMode.OnSite), A.By(community));

        Refused<NotYourSeat>(meeting, s_vote, A.By(community));
        Refused<NoVoice>(meeting, new ProposeItem(A.Point(9)), A.By(community));
        Assert.Equal((6, 6), (meeting.Seats().Count(s => s.Counts), meeting.Quorum().Blocs.Sum(b => b.Present)));
    }

    [Fact]
    public void A_later_vote_replaces_the_earlier_one_and_the_journal_has_both()
    {
        var meeting = A.Voting().Votes(2, "for", 1).Votes(2, "against", 2);

        Assert.Equal(Choice.Against, meeting.Ballot!.Votes[A.Seat(2)].Choice);
        Assert.Equal([A.Vote(1), A.Vote(2)], meeting.Ballot.Seen.OrderBy(v => v.Value));
    }

    [Fact]
    public void An_id_already_seen_gets_its_first_answer_even_after_a_later_vote()
    {
        var meeting = A.Voting().Votes(2, "for", 1).Votes(2, "against", 2);

        ChangesNothing(meeting, s_vote, A.By(2));
        ChangesNothing(meeting.ClosesBallot(), s_vote, A.By(2));
        ChangesNothing(meeting.Do(new SignOut(A.Person(2)), A.By(2)), s_vote, A.By(2));
        ChangesNothing(LosingTheQuorum.Lost(meeting), s_vote, A.By(2));
        ChangesNothing(meeting.ClosesBallot().Do(new SuspendMeeting(), A.By(1)), s_vote, A.By(2));
        ChangesNothing(meeting.Do(new AnnulBallot(A.Ballot, "x"), A.By(1)).Do(new CloseMeeting("x"), A.By(1)), s_vote, A.By(2));
        ChangesNothing(meeting.ClosesBallot().Do(new AnnulBallot(A.Ballot, "x"), A.By(1)).Do(new OpenBallot(A.BallotNumber(2), [A.Item(1)], ["plus"]), A.By(1)), s_vote, A.By(2));
    }

    [Fact]
    public void A_substitute_who_takes_over_starts_without_a_vote()
    {
        var meeting = A.Voting().AllVote().Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.Secretary).Do(new TakeSeat(A.Seat(2), A.Substitute(2)), A.Secretary);
        Assert.Equal((5, 6), (meeting.ClosesBallot().Ballot!.Result!.Voted, meeting.ClosesBallot().Ballot!.Result!.Entitled));

        meeting = meeting.Votes(2, "against");
        Assert.Null(meeting.ClosesBallot().Ballot!.Result!.Carried);
        Refused<NotYourSeat>(meeting, s_vote with { Id = A.Vote(9) }, A.By(2));
    }

    [Fact]
    public void A_seat_empty_at_closing_has_no_vote()
    {
        var meeting = A.Voting().Votes(2, "against").AllExcept(2).Do(new SignOut(A.Person(2)), A.By(2)).ClosesBallot();

        Assert.Equal((5, 5, "plus"), (meeting.Ballot!.Result!.Voted, meeting.Ballot.Result.Entitled, meeting.Ballot.Result.Carried));
    }

    [Fact]
    public void The_roll_of_a_closed_ballot_stays_whoever_leaves()
    {
        var meeting = A.Voting().AllVote().ClosesBallot();
        var roll = meeting.VotingSeats(meeting.Ballot!).ToList();

        meeting = meeting.Do(new SignOut(A.Person(2)), A.By(2)).Do(new Recuse(A.Item(1), A.Person(3)), A.By(3));
        Assert.Equal(roll, meeting.VotingSeats(meeting.Ballot!));
        Assert.All(roll, seat => Assert.Equal(Choice.For, seat.Choice));
        Assert.All(meeting.Seats(A.Item(1)), seat => Assert.Equal(Choice.For, Meeting.VoteOn(meeting.Ballot!, seat)!.Choice));
    }
}
