using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

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
    public void After_the_vote_undoes_a_result_that_counted_them()
    {
        var voted = A.Voting().AllVote().ClosesBallot();
        Causes(voted, new Recuse(A.Item(1), A.Substitute(2)), A.Secretary, typeof(Recused)); // sat for nothing in it

        Causes(voted, new Recuse(A.Item(1), A.Person(2)), A.By(2), typeof(Recused), typeof(BallotAnnulled));
        var undone = voted.Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));
        Assert.Null(undone.ByRule(A.Item(1)));
        Refused<NothingCarried>(undone, new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "plus"), A.By(1));
    }

    [Fact]
    public void After_the_vote_undoes_a_result_that_counted_a_voice_they_had_given()
    {
        var voted = GivingAProxy.Held().Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1)).AllVote().ClosesBallot();

        Causes(voted, new Recuse(A.Item(1), A.Person(2)), A.Secretary, typeof(Recused), typeof(BallotAnnulled));
        Causes(voted, new Recuse(A.Item(1), A.Substitute(2)), A.Secretary, typeof(Recused)); // gave none
    }

    [Fact]
    public void After_a_second_vote_leaves_the_first_one_no_say_either()
    {
        var voted = A.Voting().AllVote("against").ClosesBallot().Do(new OpenBallot(A.BallotNumber(2), [A.Item(1)], ["ordinary"]), A.By(1)).AllVote().ClosesBallot();

        var undone = voted.Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));
        Assert.Null(undone.ByRule(A.Item(1)));
        Assert.All(undone.Ballots, ballot => Assert.Equal(BallotState.Annulled, ballot.State));
    }

    [Fact]
    public void After_the_vote_on_a_block_takes_that_file_alone_out_of_its_result()
    {
        var block = A.Meeting().Do(new OpenBallot(A.Ballot, [A.Item(1), A.Item(2)], ["plus"]), A.By(1)).AllVote().ClosesBallot();

        Causes(block, new Recuse(A.Item(2), A.Person(5)), A.By(5), typeof(Recused), typeof(ItemTakenOut));
        block = block.Do(new Recuse(A.Item(2), A.Person(5)), A.By(5));
        Assert.NotNull(block.ByRule(A.Item(1)));
        Assert.Null(block.ByRule(A.Item(2)));
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
    public void Cannot_be_taken_back_because_another_item_was_voted_on_since()
    {
        var meeting = A.Meeting().Do(new Recuse(A.Item(1), A.Person(2)), A.By(2)).Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1)).AllVote("against").ClosesBallot();
        meeting = meeting.Do(new CallItem(A.Item(2)), A.By(1)).Do(new OpenBallot(A.BallotNumber(2), [A.Item(2)], ["plus"]), A.By(1));

        Refused<RecusalTooLate>(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(2));
    }

    [Fact]
    public void In_an_open_ballot_takes_the_vote_along()
    {
        var meeting = A.Voting().AllVote().Do(new Recuse(A.Item(1), A.Person(5)), A.By(5));

        Assert.Equal(5, meeting.VotingSeats(meeting.Ballot!).Count);
        Assert.Equal(5, meeting.ClosesBallot().Ballot!.Result!.Voted);
    }

    [Fact]
    public void Is_taken_back_by_oneself_or_by_who_chairs_the_item_and_nobody_else()
    {
        var meeting = A.Meeting().Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));

        Refused<NotForAnother>(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(3));
        HappensOnce(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(2));
        HappensOnce(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), meeting.TheChair());
    }

    [Fact]
    public void Is_not_judged_by_who_steps_aside_for_the_same_item()
    {
        var meeting = A.Meeting().Do(new Recuse(A.Item(1), A.Person(1)), A.By(1)).Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));

        Refused<NotForAnother>(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(1));
        HappensOnce(meeting, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(4));
    }

    [Fact]
    public void Is_not_judged_by_them_before_the_meeting_either()
    {
        var planned = A.Planned().Do(new Recuse(A.Item(1), A.Person(1)), A.By(1)).Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));

        Refused<NotForAnother>(planned, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(1));
        HappensOnce(planned, new WithdrawRecusal(A.Item(1), A.Person(2)), A.By(4));
    }
}
