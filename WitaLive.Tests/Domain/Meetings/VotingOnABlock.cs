using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

public class VotingOnABlock : MeetingTest
{
    [Fact]
    public void Decides_several_files_at_once()
    {
        var meeting = Block().AllVote().ClosesBallot();

        meeting = meeting.Do(new ConcludeItems([A.Item(1), A.Item(2), A.Item(3)], ConclusionKind.Decided, "plus"), A.By(1));
        Assert.Equal(2, meeting.Waiting.Count());
    }

    [Fact]
    public void Its_files_share_the_time_it_took()
    {
        var meeting = Block().Do(new TakeOutOfBlock(A.Ballot, A.Item(2)), A.By(5)).AllVote().ClosesBallot();

        meeting = meeting.Do(new ConcludeItems([A.Item(1), A.Item(3)], ConclusionKind.Decided, "plus"), A.By(1), A.Start.AddMinutes(12));
        meeting = meeting.Do(new CallItem(A.Item(2)), A.By(1), A.Start.AddMinutes(20)).Do(new CallItem(A.Item(4)), A.By(1), A.Start.AddMinutes(25));

        Assert.Equal([6, 5, 6, 0], meeting.Items.Take(4).Select(item => meeting.TimeOn(item).TotalMinutes));
    }

    [Fact]
    public void Its_files_share_the_time_of_their_vote_when_none_of_them_was_called()
    {
        var meeting = A.Meeting().Do(new OpenBallot(A.Ballot, [A.Item(1), A.Item(2), A.Item(3)], ["plus"]), A.By(1)).AllVote().ClosesBallot();

        meeting = meeting.Do(new ConcludeItems([A.Item(1), A.Item(2), A.Item(3)], ConclusionKind.Decided, "plus"), A.By(1), A.Start.AddMinutes(12));

        Assert.Equal([4, 4, 4, 0], meeting.Items.Take(4).Select(item => meeting.TimeOn(item).TotalMinutes));
    }

    [Fact]
    public void Any_member_takes_a_file_out_and_it_is_dealt_with_alone()
    {
        var meeting = HappensOnce(Block(), new TakeOutOfBlock(A.Ballot, A.Item(2)), A.By(5));
        Assert.Equal<ItemId>([A.Item(1), A.Item(3)], meeting.Ballot!.Items);

        Refused<NotInBlock>(meeting, new TakeOutOfBlock(A.Ballot, A.Item(4)), A.By(5));
        Refused<NoVoice>(meeting, new TakeOutOfBlock(A.Ballot, A.Item(1)), A.By(A.Substitute(5)));
        meeting = meeting.AllVote().ClosesBallot();
        Refused<NothingCarried>(meeting, new ConcludeItems([A.Item(1), A.Item(2)], ConclusionKind.Decided, "plus"), A.By(1));
        Refused<BallotClosed>(meeting, new TakeOutOfBlock(A.Ballot, A.Item(1)), A.By(5));
        Assert.Null(meeting.ByRule(A.Item(2)));
    }

    [Fact]
    public void A_file_taken_out_once_goes_into_no_other_block()
    {
        var meeting = Block().Do(new TakeOutOfBlock(A.Ballot, A.Item(2)), A.By(5)).AllVote().ClosesBallot();
        meeting = meeting.Do(new ConcludeItems([A.Item(1), A.Item(3)], ConclusionKind.Decided, "plus"), A.By(1));

        Assert.Equal(2, Refused<TakenOutBefore>(meeting, new OpenBallot(A.BallotNumber(2), [A.Item(2), A.Item(4)], ["plus"]), A.By(1)).Number);
        Causes(meeting, new OpenBallot(A.BallotNumber(2), [A.Item(4), A.Item(5)], ["plus"]), A.By(1), typeof(BallotOpened));
        Causes(meeting.Do(new CallItem(A.Item(2)), A.By(1)), new OpenBallot(A.BallotNumber(2), [A.Item(2)], ["plus"]), A.By(1), typeof(BallotOpened));
    }

    [Fact]
    public void The_last_file_stays()
    {
        var meeting = Block().Do(new TakeOutOfBlock(A.Ballot, A.Item(2)), A.By(5)).Do(new TakeOutOfBlock(A.Ballot, A.Item(3)), A.By(5));

        Refused<NotInBlock>(meeting, new TakeOutOfBlock(A.Ballot, A.Item(1)), A.By(5));
    }

    [Fact]
    public void Needs_files_with_the_same_outcomes_and_nobody_recused()
    {
        var plan = A.Restricted() with { Agenda = [A.Point(1), A.Point(2), A.Point(3, "approval")] };
        Refused<BlockOfDifferentOutcomes>(A.Meeting(plan), new OpenBallot(A.Ballot, [A.Item(1), A.Item(3)], ["plus"]), A.By(1));

        var recused = A.Meeting().Do(new Recuse(A.Item(2), A.Person(5)), A.By(5));
        Assert.Equal(2, Refused<RecusedInBlock>(recused, new OpenBallot(A.Ballot, [A.Item(1), A.Item(2)], ["plus"]), A.By(1)).Number);
    }

    [Fact]
    public void Needs_files_of_one_kind()
    {
        var plan = A.Restricted() with { Agenda = [A.Point(1) with { Kind = "application" }, A.Point(2) with { Kind = "application" }, A.Point(3) with { Kind = "appeal" }] };

        Refused<BlockOfDifferentOutcomes>(A.Meeting(plan), new OpenBallot(A.Ballot, [A.Item(1), A.Item(3)], ["plus"]), A.By(1));
        Causes(A.Meeting(plan), new OpenBallot(A.Ballot, [A.Item(1), A.Item(2)], ["plus"]), A.By(1), typeof(BallotOpened));
    }

    [Fact]
    public void The_recused_giver_of_a_proxy_and_the_recused_President_count_too()
    {
        var proxies = A.Meeting(A.Restricted() with { Proxies = [new(A.Seat(2), A.Person(5), A.Start, A.Start)] }, 2).Do(new Recuse(A.Item(2), A.Person(2)), A.Secretary);
        Refused<RecusedInBlock>(proxies, new OpenBallot(A.Ballot, [A.Item(1), A.Item(2)], ["plus"]), A.By(1));

        var president = A.Meeting(A.Enlarged()).Do(new Recuse(A.Item(2), A.President), A.By(A.President));
        Refused<RecusedInBlock>(president, new OpenBallot(A.Ballot, [A.Item(1), A.Item(2)], ["plus"]), A.By(A.President));
    }

    [Fact]
    public void A_recusal_takes_the_file_out() =>
        Causes(Block(), new Recuse(A.Item(2), A.Person(5)), A.By(5), typeof(Recused), typeof(ItemTakenOut));

    [Fact]
    public void So_does_a_recused_substitute_who_sits_down()
    {
        var meeting = Block().Do(new Recuse(A.Item(1), A.Substitute(5)), A.Secretary).Do(new Recuse(A.Item(2), A.Substitute(5)), A.Secretary)
            .Do(new SignIn(A.Substitute(5), AttendanceMode.OnSite), A.Secretary);
        Assert.Equal(3, meeting.Ballot!.Items.Length);

        meeting = meeting.Do(new SignOut(A.Person(5)), A.By(5));
        Assert.Equal<ItemId>([A.Item(3)], meeting.Ballot!.Items);
    }

    private static Meeting Block() => A.Meeting().Do(new OpenBallot(A.Ballot, [A.Item(1), A.Item(2), A.Item(3)], ["plus"]), A.By(1));
}
