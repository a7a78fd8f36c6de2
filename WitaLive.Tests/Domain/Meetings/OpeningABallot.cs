using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

public class OpeningABallot : MeetingTest
{
    private static readonly OpenBallot s_open = new(A.Ballot, [A.Item(1)], ["plus"]);

    [Fact]
    public void Is_for_the_chair_on_the_item_called()
    {
        var meeting = A.Meeting();

        var opened = (BallotOpened)Causes(meeting, s_open, A.By(1), typeof(BallotOpened))[0];
        Assert.Equal(meeting.Plan!.Decision, opened.Rule);
        Refused<OnlyTheChair>(meeting, s_open, A.By(2));
        Refused<OnlyTheChair>(meeting, s_open, A.Secretary);
        Refused<ItemNotCalled>(meeting, s_open with { Items = [A.Item(2)] }, A.By(1));
        Refused<UnknownItem>(meeting, s_open with { Items = [A.Item(99)] }, A.By(1));
        Refused<UnknownItem>(meeting, s_open with { Items = [] }, A.By(1));
        Refused<NoOption>(meeting, s_open with { Options = [] }, A.By(1));
        Refused<UnknownOption>(meeting, s_open with { Options = ["gold"] }, A.By(1));
        Refused<EndsInThePast>(meeting, s_open with { EndsAt = A.Start }, A.By(1));
        Refused<MeetingNotOpen>(A.Planned(), s_open, A.By(1));
    }

    [Fact]
    public void From_two_tabs_opens_one()
    {
        var meeting = HappensOnce(A.Meeting(), s_open, A.By(1));

        Refused<BallotStillOpen>(meeting, s_open with { Ballot = A.BallotNumber(2) }, A.By(1));
    }

    [Fact]
    public void Needs_a_quorum()
    {
        var meeting = A.Meeting(absent: [2, 3]);

        var why = Refused<NoQuorum>(meeting, s_open, A.By(1));
        Assert.Equal((1, 2), (why.Status.Blocs[0].Present, why.Status.Blocs[0].Needed));
    }

    [Fact]
    public void Needs_the_quorum_of_its_item_also_when_that_is_named_twice()
    {
        var meeting = A.Meeting(absent: [3]).Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));

        Refused<NoQuorum>(meeting, s_open with { Items = [A.Item(1), A.Item(1)] }, A.By(1));
    }

    [Fact]
    public void Is_refused_once_an_outcome_is_carried()
    {
        var meeting = A.Voting().AllVote().ClosesBallot();

        Assert.Equal("plus", Refused<OutcomeCarried>(meeting, s_open with { Ballot = A.BallotNumber(2), Options = ["refusal"] }, A.By(1)).Outcome);
        meeting = meeting.Do(new AnnulBallot(A.Ballot, "wrong file"), A.By(1));
        Causes(meeting, s_open with { Ballot = A.BallotNumber(2) }, A.By(1), typeof(BallotOpened));
        Refused<ItemConcludedAlready>(Concluding.Decided(), s_open with { Ballot = A.BallotNumber(2) }, A.By(1));
    }

    [Fact]
    public void Can_be_given_more_time()
    {
        var meeting = A.Voting();
        var until = A.Start.AddMinutes(5);

        Assert.Equal(until, HappensOnce(meeting, new ExtendBallot(A.Ballot, until), A.By(1)).Ballot!.EndsAt);
        Refused<OnlyTheChair>(meeting, new ExtendBallot(A.Ballot, until), A.By(2));
        Refused<EndsInThePast>(meeting, new ExtendBallot(A.Ballot, A.Start), A.By(1));
        Refused<BallotClosed>(meeting.ClosesBallot(), new ExtendBallot(A.Ballot, until), A.By(1));
    }

    [Fact]
    public void May_hide_its_counts_which_changes_no_count()
    {
        var meeting = A.Meeting().Do(s_open with { CountsHidden = true }, A.By(1));

        Assert.True(meeting.Ballot!.CountsHidden);
        Assert.Equal("plus", meeting.AllVote().ClosesBallot().Ballot!.Result!.Carried);
    }

    [Fact]
    public void Can_be_annulled_with_a_reason_until_its_item_is_concluded()
    {
        Refused<ReasonMissing>(A.Voting(), new AnnulBallot(A.Ballot, " "), A.By(1));
        Refused<OnlyTheChair>(A.Voting(), new AnnulBallot(A.Ballot, "x"), A.By(2));
        Refused<BallotClosed>(A.Voting(), new AnnulBallot(A.BallotNumber(7), "x"), A.By(1));
        Refused<ItemConcludedAlready>(Concluding.Decided(), new AnnulBallot(A.Ballot, "x"), A.By(1));
        var annulled = HappensOnce(A.Voting().AllVote(), new AnnulBallot(A.Ballot, "x"), A.By(1));
        Refused<BallotClosed>(annulled, new CloseBallot(A.Ballot), A.By(1));
        Assert.Null(annulled.ByRule(A.Item(1)));
    }
}
