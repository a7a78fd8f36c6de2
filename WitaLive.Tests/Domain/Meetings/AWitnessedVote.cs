using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

public class AWitnessedVote : MeetingTest
{
    private static readonly EnterWitnessedVote s_enter = new(A.Vote(1), A.Ballot, A.Seat(2), Choice.Against, VoteMeans.Telephone);

    private static readonly ConfirmWitnessedVote s_confirm = new(A.Ballot, A.Vote(1));

    [Fact]
    public void Counts_once_a_second_person_confirms_it()
    {
        var meeting = HappensOnce(A.Voting(), s_enter, A.Secretary);
        Assert.Empty(meeting.Ballot!.Votes);

        meeting = HappensOnce(meeting, s_confirm, A.By(3));
        Assert.Equal(new Witness(A.Secretary.Person, A.Person(3), VoteMeans.Telephone), meeting.Ballot!.Votes[A.Seat(2)].Witness);
        Assert.Empty(meeting.Ballot.Unconfirmed);
        ChangesNothing(meeting, s_enter, A.Secretary);
        ChangesNothing(meeting.ClosesBallot(), s_confirm, A.By(3));
    }

    [Fact]
    public void Is_confirmed_by_whoever_names_the_choice_that_was_entered()
    {
        var meeting = A.Voting().Do(s_enter, A.Secretary);

        Assert.Empty(HappensOnce(meeting, s_confirm with { Seen = Choice.For }, A.By(3)).Ballot!.Unconfirmed); // tried once, it is entered anew
        Assert.Equal(Choice.Against, HappensOnce(meeting, s_confirm with { Seen = Choice.Against }, A.By(3)).Ballot!.Votes[A.Seat(2)].Choice);
    }

    [Fact]
    public void Takes_no_place_of_what_the_member_did_on_their_own_screen_unless_they_say_so()
    {
        var meeting = A.Voting().Do(new CastVote(A.Vote(9), A.Ballot, A.Seat(2), Choice.For), A.By(2)).Do(s_enter, A.Secretary);

        Refused<OwnVoteStands>(meeting, s_confirm with { Seen = Choice.Against }, A.By(3));
        Assert.Equal(Choice.For, meeting.Ballot!.Votes[A.Seat(2)].Choice);
        Assert.Equal(Choice.Against, HappensOnce(meeting, s_confirm, A.By(2)).Ballot!.Votes[A.Seat(2)].Choice);
    }

    [Fact]
    public void Is_entered_by_the_secretariat_and_confirmed_by_another_who_belongs_here()
    {
        var meeting = A.Voting().Do(s_enter, A.Secretary)
            .Do(new SignInGuest(A.Guest, "Artist", Capacity.Heard, AttendanceMode.OnSite), A.Secretary);

        Refused<OnlyTheSecretariat>(A.Voting(), s_enter, A.By(3));
        Refused<WitnessNeedsAnother>(meeting, s_confirm, A.Secretary);
        Refused<WitnessNeedsAnother>(meeting, s_confirm, A.By(A.Guest));
        Refused<WitnessNeedsAnother>(meeting, new RejectWitnessedVote(A.Ballot, A.Vote(1)), A.By(A.Guest));
        Refused<NotSignedIn>(meeting, s_confirm, A.SecondSecretary);
        Refused<NotSignedIn>(meeting, new RejectWitnessedVote(A.Ballot, A.Vote(1)), A.By(A.Stranger));
        Refused<NoSuchVote>(meeting, s_confirm with { Id = A.Vote(5) }, A.By(3));
        Refused<BallotClosed>(meeting, s_confirm with { Ballot = A.BallotNumber(5) }, A.By(3));
        Refused<BallotClosed>(meeting, s_enter with { Ballot = A.BallotNumber(5) }, A.Secretary);
        Refused<UnknownOption>(A.Voting(), s_enter with { Choice = new("gold") }, A.Secretary);
    }

    [Fact]
    public void Rejected_or_overtaken_by_the_voter_is_none()
    {
        var entered = A.Voting().Do(s_enter, A.Secretary);

        var rejected = HappensOnce(entered, new RejectWitnessedVote(A.Ballot, A.Vote(1)), A.By(3));
        Refused<NoSuchVote>(rejected, s_confirm, A.By(3));
        var voted = entered.Votes(2, "for");
        Refused<NoSuchVote>(voted, s_confirm, A.By(3));
        Assert.Equal(Choice.For, voted.Ballot!.Votes[A.Seat(2)].Choice);
    }

    [Fact]
    public void Said_to_be_wrong_when_it_counts_already_that_is_said()
    {
        var confirmed = A.Voting().Do(s_enter, A.Secretary).Do(s_confirm, A.By(3));

        Refused<ConfirmedMeanwhile>(confirmed, new RejectWitnessedVote(A.Ballot, A.Vote(1)), A.By(2));
        Assert.Equal(Choice.Against, confirmed.Ballot!.Votes[A.Seat(2)].Choice);
    }

    [Fact]
    public void Entered_again_stands_in_the_place_of_the_first()
    {
        var meeting = A.Voting().Do(s_enter, A.Secretary).Do(s_enter with { Id = A.Vote(2), Choice = Choice.For }, A.Secretary);

        Assert.Equal(A.Vote(2), Assert.Single(meeting.Ballot!.Unconfirmed).Id);
    }

    [Fact]
    public void Is_not_for_a_seat_that_changed_hands_or_emptied()
    {
        var meeting = A.Voting().Do(s_enter, A.Secretary);

        var taken = meeting.Do(new SignIn(A.Substitute(2), AttendanceMode.OnSite), A.Secretary).Do(new TakeSeat(A.Seat(2), A.Substitute(2)), A.Secretary);
        Refused<SeatHasNoVoice>(taken, s_confirm, A.By(3));
        Refused<SeatHasNoVoice>(meeting.Do(new SignOut(A.Person(2)), A.By(2)), s_confirm, A.By(3));
        Assert.Empty(meeting.ClosesBallot().Ballot!.Votes);
    }
}
