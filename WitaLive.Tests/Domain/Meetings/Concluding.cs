using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

public class Concluding : MeetingTest
{
    [Fact]
    public void Takes_what_the_ballot_carried_and_nothing_else()
    {
        var meeting = A.Voting().AllVote().ClosesBallot();

        Refused<NothingCarried>(meeting, new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "ordinary"), A.By(1));
        Refused<OutcomeCarried>(meeting, new ConcludeItems([A.Item(1)], ConclusionKind.Referred), A.By(1));
        Refused<OutcomeCarried>(meeting, new ConcludeItems([A.Item(1)], ConclusionKind.Postponed, Reason: "x"), A.By(1));
        Refused<OnlyTheChair>(meeting, meeting.ByRule(A.Item(1))!, A.By(2));
        Refused<UnknownItem>(meeting, new ConcludeItems([A.Item(99)], ConclusionKind.Withdrawn, Reason: "x"), A.By(1));
        Refused<BallotStillOpen>(A.Voting(), new ConcludeItems([A.Item(1)], ConclusionKind.Withdrawn, Reason: "x"), A.By(1));
        Refused<NothingCarried>(A.Meeting(), new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "plus"), A.By(1));
        var concluded = HappensOnce(meeting, meeting.ByRule(A.Item(1))!, A.By(1));
        Assert.Null(concluded.Current);
        Refused<ItemConcludedAlready>(concluded, new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "ordinary"), A.By(1));
    }

    [Fact]
    public void Refers_from_a_restricted_chamber_what_was_not_carried()
    {
        var meeting = A.Voting().AllVote("abstain").ClosesBallot();

        var referred = (ItemConcluded)Causes(meeting, meeting.ByRule(A.Item(1))!, A.By(1), typeof(ItemConcluded))[0];
        Assert.Equal((ConclusionKind.Referred, TheRules.Enlarged, A.Ballot), (referred.Kind, referred.ReferTo!.Value, referred.Ballot!.Value));
        Refused<NothingToRefer>(A.Meeting(), new ConcludeItems([A.Item(1)], ConclusionKind.Referred), A.By(1));
    }

    [Fact]
    public void Postpones_in_the_enlarged_chamber_and_flags_it_to_the_President()
    {
        var meeting = A.Voting(A.Enlarged()).AllVote("against").ClosesBallot();

        var postponed = (ItemConcluded)meeting.Events(meeting.ByRule(A.Item(1))!, meeting.TheChair())[0];
        Assert.Equal((ConclusionKind.Postponed, true), (postponed.Kind, postponed.ForPresident));
        Refused<NothingToRefer>(meeting, new ConcludeItems([A.Item(1)], ConclusionKind.Referred), meeting.TheChair());
    }

    [Fact]
    public void The_enlarged_chamber_may_put_the_next_proposal()
    {
        var meeting = A.Voting(A.Enlarged()).AllVote("against").ClosesBallot();
        meeting = meeting.Do(new OpenBallot(A.BallotNumber(2), [A.Item(1)], ["ordinary"]), meeting.TheChair()).AllVote().ClosesBallot();

        Assert.Equal("ordinary", meeting.ByRule(A.Item(1))!.Outcome);
        Assert.Equal(2, meeting.Ballots.Count());
    }

    [Theory]
    [InlineData(ConclusionKind.Postponed), InlineData(ConclusionKind.Withdrawn), InlineData(ConclusionKind.HearingAsked), InlineData(ConclusionKind.InformationAsked)]
    public void Without_a_vote_gives_a_reason(ConclusionKind kind)
    {
        Refused<ReasonMissing>(A.Meeting(), new ConcludeItems([A.Item(1)], kind, Reason: " "), A.By(1));
        var concluded = HappensOnce(A.Meeting(), new ConcludeItems([A.Item(1)], kind, Reason: " asked by the applicant "), A.By(1));
        Assert.Equal((kind, "asked by the applicant"), (concluded.ItemOf(A.Item(1))!.Conclusion!.Kind, concluded.ItemOf(A.Item(1))!.Conclusion!.Reason));
    }

    [Fact]
    public void Asks_for_a_hearing_only_on_the_item_called() =>
        Refused<ItemNotCalled>(A.Meeting(), new ConcludeItems([A.Item(2)], ConclusionKind.HearingAsked, Reason: "x"), A.By(1));

    [Fact]
    public void Can_be_undone_for_ten_minutes()
    {
        var decided = Decided();

        var undone = decided.Do(new UndoConclusion(A.Item(1)), A.By(1), A.Start.AddMinutes(10));
        Assert.Equal((null, A.Item(1)), (undone.ItemOf(A.Item(1))!.Conclusion, undone.Current!.Value));
        ChangesNothing(undone, new UndoConclusion(A.Item(1)), A.By(1));
        Assert.Equal(10, Refused<UndoTooLate>(decided, new UndoConclusion(A.Item(1)), A.By(1), A.Start.AddMinutes(10).AddTicks(1)).Minutes);
        Refused<OnlyTheChair>(decided, new UndoConclusion(A.Item(1)), A.By(2));
        Refused<UnknownItem>(decided, new UndoConclusion(A.Item(99)), A.By(1));
        Refused<BallotStillOpen>(decided.Do(new CallItem(A.Item(2)), A.By(1)).Do(new OpenBallot(A.BallotNumber(2), [A.Item(2)], ["plus"]), A.By(1)), new UndoConclusion(A.Item(1)), A.By(1));
        Assert.Equal("plus", undone.Do(undone.ByRule(A.Item(1))!, A.By(1)).ItemOf(A.Item(1))!.Conclusion!.Outcome);
    }

    [Fact]
    public void Is_final_once_the_meeting_is_closed_even_within_the_ten_minutes()
    {
        var closed = Decided().Do(new CloseMeeting("the others next time"), A.By(1));

        Refused<ConclusionsAreFinal>(closed, new UndoConclusion(A.Item(1)), A.By(1));
    }

    internal static Meeting Decided()
    {
        var meeting = A.Voting().AllVote().ClosesBallot();
        return meeting.Do(meeting.ByRule(A.Item(1))!, A.By(1));
    }
}
