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
}
