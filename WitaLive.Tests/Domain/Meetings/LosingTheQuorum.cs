using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.Tests.Domain.Meetings;

public class LosingTheQuorum : MeetingTest
{
    [Fact]
    public void Suspends_the_open_ballot_says_why_and_keeps_the_votes()
    {
        var meeting = A.Voting().AllVote();
        meeting = meeting.Do(new SignOut(A.Person(2)), A.By(2));

        var suspended = (BallotSuspended)Causes(meeting, new SignOut(A.Person(3)), A.By(3), typeof(SignedOut), typeof(BallotSuspended))[1];
        Assert.Equal((1, 2), (suspended.Quorum.Blocs[0].Present, suspended.Quorum.Blocs[0].Needed));
        var lost = Lost(A.Voting().AllVote());
        Assert.Equal(6, lost.Ballot!.Votes.Count);
        Refused<BallotIsSuspended>(lost, new CastVote(A.Vote(9), A.Ballot, A.Seat(4), Choice.For), A.By(4));
        Refused<BallotIsSuspended>(lost, new CloseBallot(A.Ballot), A.By(1));
    }

    [Fact]
    public void Only_the_chair_resumes_and_only_with_a_quorum()
    {
        var lost = Lost(A.Voting().AllVote());
        Refused<NoQuorum>(lost, new ResumeBallot(A.Ballot), A.By(1));

        var back = lost.Do(new SignIn(A.Person(2), AttendanceMode.Online), A.By(2));
        Assert.Equal(BallotState.Suspended, back.Ballot!.State);
        Refused<OnlyTheChair>(back, new ResumeBallot(A.Ballot), A.By(2));
        back = HappensOnce(back, new ResumeBallot(A.Ballot), A.By(1));
        Assert.Equal((5, "plus"), (back.ClosesBallot().Ballot!.Result!.Voted, back.ClosesBallot().Ballot!.Result!.Carried));
        Refused<BallotClosed>(back.ClosesBallot(), new ResumeBallot(A.Ballot), A.By(1));
    }

    [Fact]
    public void Without_anyone_to_preside_suspends_too()
    {
        var meeting = A.Voting(A.Enlarged());

        Causes(meeting, new SignOut(A.President), A.By(A.President), typeof(SignedOut), typeof(BallotSuspended));
    }

    [Fact]
    public void By_recusal_suspends_that_item_only()
    {
        var meeting = A.Voting().Do(new Recuse(A.Item(1), A.Person(2)), A.By(2));

        Causes(meeting, new Recuse(A.Item(1), A.Person(3)), A.By(3), typeof(Recused), typeof(BallotSuspended));
        Assert.True(meeting.Do(new Recuse(A.Item(1), A.Person(3)), A.By(3)).Quorum(A.Item(2)).Reached);
    }

    [Fact]
    public void Lets_the_meeting_pause_with_the_ballot_waiting()
    {
        var paused = Lost(A.Voting().AllVote()).Do(new SuspendMeeting("waiting for two members"), A.By(1));
        Assert.Equal(MeetingState.Suspended, paused.State);

        var back = paused.Do(new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2)).Do(new ResumeMeeting(), A.By(1)).Do(new ResumeBallot(A.Ballot), A.By(1));
        Assert.Equal(5, back.ClosesBallot().Ballot!.Result!.Voted);
    }

    [Fact]
    public void Adjourns_the_meeting_to_a_second_convocation()
    {
        var meeting = A.Meeting(absent: [2, 3]);

        var adjourned = (MeetingAdjourned)Causes(meeting, new AdjournMeeting(), A.By(1), typeof(MeetingAdjourned))[0];
        Assert.Equal(5, adjourned.Items.Length);
        Assert.Null(adjourned.ReferTo);
        Refused<QuorumIsThere>(A.Meeting(), new AdjournMeeting(), A.By(1));
        Refused<OnlyTheChair>(meeting, new AdjournMeeting(), A.By(4));
        Refused<OnlyTheChair>(meeting, new AdjournMeeting(), A.Secretary);
        Causes(A.Planned(), new AdjournMeeting(), A.Secretary, typeof(MeetingAdjourned));
        HappensOnce(meeting, new AdjournMeeting(), A.By(1));
    }

    [Fact]
    public void Is_not_established_before_the_printed_hour()
    {
        var minute = TimeSpan.FromMinutes(1);

        Assert.Equal(A.Start, Refused<NotBeforeTheStart>(A.Planned(), new AdjournMeeting(), A.Secretary, A.Start - minute).StartsAt);
        Assert.IsType<MeetingAdjourned>(Assert.Single(A.Planned().Events(new AdjournMeeting(), A.Secretary, A.Start)));
        Refused<NotBeforeTheStart>(A.Meeting(absent: [2, 3]), new AdjournMeeting(), A.By(1), A.Start - minute); // also when it was opened early
        Assert.IsType<MeetingAdjourned>(Assert.Single(A.Meeting(absent: [2, 3]).Events(new AdjournMeeting(), A.By(1), A.Start)));
    }

    [Fact]
    public void At_the_second_convocation_of_a_restricted_chamber_refers_what_is_left()
    {
        var meeting = A.Meeting(A.Restricted() with { SecondConvocation = true }, 2, 3);
        Assert.Equal(TheRules.Enlarged, ((MeetingAdjourned)meeting.Events(new AdjournMeeting(), A.By(1))[0]).ReferTo);

        // Enough members but nobody to preside is no second failure: the items are convened again.
        var headless = A.Planned(A.Restricted() with { SecondConvocation = true });
        foreach (var seat in new[] { 2, 3, 5, 6 })
            headless = headless.Do(new SignIn(A.Person(seat), AttendanceMode.OnSite), A.By(seat));
        Assert.Null(((MeetingAdjourned)headless.Events(new AdjournMeeting(), A.Secretary)[0]).ReferTo);
    }

    [Fact]
    public void At_the_second_convocation_of_the_enlarged_chamber_does_not_stop_it()
    {
        var meeting = A.Meeting(A.Enlarged() with { SecondConvocation = true }, [.. Enumerable.Range(4, 15)]);
        Assert.Equal(QuorumConsequence.DecideWhateverTheNumber, meeting.Quorum().Consequence);
        Assert.False(meeting.Quorum().Reached);

        meeting = meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), meeting.TheChair()).AllVote().ClosesBallot();
        Assert.Null(meeting.Ballot!.Result!.Carried); // three experts hold half of the votes at most
        Refused<QuorumIsThere>(meeting, new AdjournMeeting(), meeting.TheChair());
    }

    [Fact]
    public void Adjourning_ends_the_ballot_or_the_hearing_and_lets_stand_what_was_voted_before()
    {
        var hearing = A.Voting().AllVote().ClosesBallot().Do(new CallItem(A.Item(2)), A.By(1)).Do(new StartHearing(A.Item(2), ["Artist"]), A.By(1));
        Causes(Lost(hearing), new AdjournMeeting(), A.By(1), typeof(HearingEnded), typeof(ItemConcluded), typeof(MeetingAdjourned));

        var meeting = Lost(hearing.Do(new OpenBallot(A.BallotNumber(2), [A.Item(2)], ["plus"]), A.By(1)));
        var events = Causes(meeting, new AdjournMeeting(), A.By(1), typeof(BallotAnnulled), typeof(ItemConcluded), typeof(MeetingAdjourned));
        Assert.Equal((A.Item(1), ConclusionKind.Decided, "plus"), (((ItemConcluded)events[1]).Item, ((ItemConcluded)events[1]).Kind, ((ItemConcluded)events[1]).Outcome));
        Assert.Equal<ItemId>([A.Item(2), A.Item(3), A.Item(4), A.Item(5)], ((MeetingAdjourned)events[2]).Items);
    }

    internal static Meeting Lost(Meeting meeting) => meeting.Do(new SignOut(A.Person(2)), A.By(2)).Do(new SignOut(A.Person(3)), A.By(3));
}
