using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

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
    public void Adjourning_ends_the_ballot_and_lets_stand_what_was_voted_before()
    {
        var meeting = A.Voting().AllVote().ClosesBallot().Do(new CallItem(A.Item(2)), A.By(1)).Do(new StartHearing(A.Item(2), ["Artist"]), A.By(1))
            .Do(new OpenBallot(A.BallotNumber(2), [A.Item(2)], ["plus"]), A.By(1));
        meeting = Lost(meeting);

        var events = Causes(meeting, new AdjournMeeting(), A.By(1), typeof(BallotAnnulled), typeof(HearingEnded), typeof(ItemConcluded), typeof(MeetingAdjourned));
        Assert.Equal((A.Item(1), ConclusionKind.Decided, "plus"), (((ItemConcluded)events[2]).Item, ((ItemConcluded)events[2]).Kind, ((ItemConcluded)events[2]).Outcome));
        Assert.Equal<ItemId>([A.Item(2), A.Item(3), A.Item(4), A.Item(5)], ((MeetingAdjourned)events[3]).Items);
    }

    internal static Meeting Lost(Meeting meeting) => meeting.Do(new SignOut(A.Person(2)), A.By(2)).Do(new SignOut(A.Person(3)), A.By(3));
}

public class CountingABallot : MeetingTest
{
    [Theory] // experts 1-3, administration 4, union 5, employer 6; «-» has not voted
    [InlineData("for for for for for for", "plus"), InlineData("for for for for for against", null)]
    [InlineData("for for for for for abstain", "plus"), InlineData("for - - - - -", "plus")]
    [InlineData("abstain abstain abstain abstain abstain abstain", null), InlineData("- - - - - -", null)]
    public void A_restricted_chamber_wants_unanimity(string votes, string? carried)
    {
        var meeting = A.Voting();
        foreach (var (choice, seat) in votes.Split(' ').Select((choice, i) => (choice, i + 1)).Where(v => v.choice != "-"))
            meeting = meeting.Votes(seat, choice);

        Assert.Equal(carried, meeting.ClosesBallot().Ballot!.Result!.Carried);
    }

    [Fact]
    public void Whoever_is_there_and_silent_abstains_when_the_chair_closes()
    {
        var result = A.Voting().Votes(1, "for").ClosesBallot().Ballot!.Result!;

        Assert.Equal((1, 6, 5), (result.Voted, result.Entitled, result.Options[0].Groups.Sum(g => g.Abstained)));
    }

    [Theory] // in favour of each group
    [InlineData(9, 1, 0, 0, false), InlineData(9, 1, 1, 0, true), InlineData(9, 2, 0, 0, true), InlineData(9, 0, 0, 0, false)]
    [InlineData(0, 3, 3, 3, false), InlineData(2, 3, 3, 3, true), InlineData(1, 3, 3, 3, false)]
    public void The_enlarged_chamber_wants_sixty_per_cent_of_the_weights(int experts, int administrations, int unions, int employers, bool carried)
    {
        var meeting = A.Voting(A.Enlarged());
        foreach (var (start, count) in new[] { (1, experts), (10, administrations), (13, unions), (16, employers) })
            for (var seat = start; seat < start + count; seat++)
                meeting = meeting.Votes(seat, "for");

        Assert.Equal(carried, meeting.ClosesBallot().Ballot!.Result!.Carried == "plus");
    }

    [Fact]
    public void The_share_of_a_group_is_split_over_the_seats_there_at_closing()
    {
        // 6 E, 2 A, 3 U, 1 P: the six experts and the employer are two thirds.
        var meeting = A.Voting(A.Enlarged());
        foreach (var seat in new[] { 7, 8, 9, 12, 17, 18 })
            meeting = meeting.Do(new SignOut(A.Person(seat)), A.By(seat));
        foreach (var seat in new[] { 1, 2, 3, 4, 5, 6, 16 })
            meeting = meeting.Votes(seat, "for");

        Assert.Equal(new Fraction(2, 3), meeting.ClosesBallot().Ballot!.Result!.Options[0].Count.InFavour);
    }

    [Fact]
    public void Of_several_outcomes_a_vote_for_another_is_a_vote_against()
    {
        var meeting = A.Voting(A.Restricted(), "plus", "ordinary", "refusal");
        foreach (var seat in Enumerable.Range(1, 5))
            meeting = meeting.Votes(seat, "ordinary");

        Assert.Equal("ordinary", meeting.ClosesBallot().Ballot!.Result!.Carried);
        var split = meeting.Votes(6, "refusal").ClosesBallot().Ballot!.Result!;
        Assert.Null(split.Carried);
        Assert.Equal([0, 5, 1], split.Options.Select(o => o.Groups.Sum(g => g.For)));
        Assert.Equal([6, 1, 5], split.Options.Select(o => o.Groups.Sum(g => g.Against)));
        Refused<UnknownOption>(meeting, new CastVote(A.Vote(1), A.Ballot, A.Seat(6), Choice.For), A.By(6));
    }

    [Fact]
    public void Only_a_carried_refusal_refuses()
    {
        var notCarried = A.Voting().AllVote("against").ClosesBallot();
        Refused<NothingCarried>(notCarried, new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "refusal"), A.By(1));
        Assert.Equal(ConclusionKind.Referred, notCarried.ByRule(A.Item(1))!.Kind);

        var refused = A.Voting(A.Restricted(), "refusal").AllVote().ClosesBallot();
        Assert.Equal("refusal", refused.ByRule(A.Item(1))!.Outcome);
    }

    [Fact]
    public void Is_closed_once_and_by_the_chair()
    {
        var meeting = A.Voting().AllVote();

        Refused<OnlyTheChair>(meeting, new CloseBallot(A.Ballot), A.By(2));
        Refused<BallotClosed>(meeting, new CloseBallot(A.BallotNumber(4)), A.By(1));
        HappensOnce(meeting, new CloseBallot(A.Ballot), A.By(1));
    }
}

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

internal static class Votes
{
    public static Meeting AllExcept(this Meeting meeting, int seat) =>
        meeting.VotingSeats(meeting.Ballot!).Where(s => s.Seat != A.Seat(seat)).Aggregate(meeting, (m, s) =>
            m.Do(new CastVote(new(Guid.NewGuid()), m.Ballot!.Id, s.Seat, Choice.For), A.By(s.Voter)));
}
