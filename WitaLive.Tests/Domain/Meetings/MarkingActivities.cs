using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

public class MarkingActivities : MeetingTest
{
    private static readonly ActivityId s_one = new(Guid.NewGuid());
    private static readonly ActivityId s_other = new(Guid.NewGuid());

    [Fact]
    public void Is_noted_once_and_can_be_said_anew_and_taken_back()
    {
        var after = HappensOnce(A.Meeting(), new MarkActivity(A.Item(1), s_one, IsAccepted: true), A.By(1));
        Assert.Equal(new ActivityMark(s_one, true, null), Assert.Single(after.ItemOf(A.Item(1))!.Marks));

        after = HappensOnce(after, new MarkActivity(A.Item(1), s_one, IsAccepted: false, " notProven "), A.By(1));
        after = HappensOnce(after, new MarkActivity(A.Item(1), s_other, IsAccepted: false, "otherDomain"), A.By(1));
        after = HappensOnce(after, new MarkActivity(A.Item(1), s_one, IsAccepted: false, "notNecessary"), A.By(1));
        Assert.Equal([new(s_other, false, "otherDomain"), new(s_one, false, "notNecessary")], after.ItemOf(A.Item(1))!.Marks.AsEnumerable());

        after = HappensOnce(after, new MarkActivity(A.Item(1), s_other, null), A.By(1));
        Assert.Equal([s_one], after.ItemOf(A.Item(1))!.Marks.Select(mark => mark.Activity));
        ChangesNothing(after, new MarkActivity(A.Item(1), s_other, null), A.By(1));
        Assert.Empty(after.ItemOf(A.Item(2))!.Marks);
    }

    [Fact]
    public void Is_for_whoever_presides_and_needs_a_reason_against()
    {
        foreach (var by in new[] { A.By(2), A.By(4), A.Secretary, A.By(A.Stranger) })
            Refused<OnlyTheChair>(A.Meeting(), new MarkActivity(A.Item(1), s_one, IsAccepted: true), by);
        Refused<ReasonMissing>(A.Meeting(), new MarkActivity(A.Item(1), s_one, IsAccepted: false), A.By(1));
        Refused<ReasonMissing>(A.Meeting(), new MarkActivity(A.Item(1), s_one, IsAccepted: false, " "), A.By(1));
        Refused<ReasonMissing>(A.Meeting(), new MarkActivity(A.Item(1), s_one, IsAccepted: false, new('x', Meeting.LongestReasonCode + 1)), A.By(1));
        Refused<UnknownItem>(A.Meeting(), new MarkActivity(A.Item(99), s_one, IsAccepted: true), A.By(1));
        Refused<MeetingNotOpen>(A.Planned(), new MarkActivity(A.Item(1), s_one, IsAccepted: true), A.By(1));
    }

    [Fact]
    public void Stands_still_while_the_whole_is_put_to_the_vote_and_once_it_is_carried()
    {
        var mark = new MarkActivity(A.Item(1), s_one, IsAccepted: true);
        Refused<BallotStillOpen>(A.Voting(), mark, A.By(1));
        Refused<OutcomeCarried>(A.Voting().AllVote().ClosesBallot(), mark, A.By(1));
        Causes(A.Voting().AllVote("against").ClosesBallot(), mark, A.By(1), typeof(ActivityMarked)); // nothing carried: the chamber looks again
        Causes(A.Voting(), mark with { Item = A.Item(2) }, A.By(1), typeof(ActivityMarked)); // another file may be looked at meanwhile

        var concluded = A.Voting().AllVote().ClosesBallot().Do(new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "plus"), A.By(1));
        Refused<ItemConcludedAlready>(concluded, mark, A.By(1));
    }

    [Fact]
    public void Goes_into_the_question_of_the_ballot_and_stands_there_whatever_is_marked_later()
    {
        var marked = A.Meeting().Do(new MarkActivity(A.Item(1), s_one, IsAccepted: true), A.By(1)).Do(new MarkActivity(A.Item(1), s_other, IsAccepted: false, "notProven"), A.By(1));
        foreach (var options in new ImmutableArray<string>[] { ["plus"], ["plus", "ordinary", "refusal"] })
        {
            var opened = Assert.IsType<BallotOpened>(Causes(marked, new OpenBallot(A.Ballot, [A.Item(1)], options), A.By(1), typeof(BallotOpened))[0]);
            Assert.Equal((A.Item(1), 2), (Assert.Single(opened.Activities!.Value).Item, opened.Activities.Value[0].Marks.Length));
        }

        var fallen = marked.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1)).AllVote("against").ClosesBallot();
        var again = fallen.Do(new MarkActivity(A.Item(1), s_other, IsAccepted: true), A.By(1));
        Assert.Equal([new(s_one, true, null), new(s_other, false, "notProven")], again.Ballot!.MarksOf(A.Item(1)).AsEnumerable());
        var second = again.Do(new OpenBallot(A.BallotNumber(2), [A.Item(1)], ["ordinary"]), A.By(1));
        Assert.All(second.Ballot!.MarksOf(A.Item(1)), mark => Assert.True(mark.IsAccepted));
        Assert.Contains(second.PastBallots[^1].MarksOf(A.Item(1)), mark => !mark.IsAccepted);
    }

    [Fact]
    public void Is_put_for_each_file_of_a_block_and_for_none_that_nobody_marked()
    {
        var marked = A.Meeting().Do(new MarkActivity(A.Item(3), s_one, IsAccepted: true), A.By(1));
        var block = marked.Do(new OpenBallot(A.Ballot, [A.Item(2), A.Item(3)], ["plus"]), A.By(1)).Ballot!;
        Assert.Equal([A.Item(3)], block.Activities.Select(put => put.Item));
        Assert.Empty(block.MarksOf(A.Item(2)));
        Assert.Null(Assert.IsType<BallotOpened>(A.Meeting().Events(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1))[0]).Activities);
    }
}
