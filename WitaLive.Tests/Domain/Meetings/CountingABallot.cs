using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

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

    [Fact]
    public void What_was_given_keeps_silence_and_abstention_apart()
    {
        var restricted = A.Voting().Votes(1, "for").Votes(2, "abstain").ClosesBallot().Ballot!.Result!;
        var enlarged = A.Voting(A.Enlarged()).Votes(1, "for").Votes(2, "abstain").ClosesBallot().Ballot!.Result!;

        Assert.Equal((1, 1, 4), Given(restricted));
        Assert.Equal((1, 1, 16), Given(enlarged));

        static (int For, int Abstained, int Silent) Given(BallotResult result)
        {
            var given = result.AsGiven(result.Options[0]);
            return (given.Sum(t => t.For), given.Sum(t => t.Abstained), given.Sum(t => t.Pending));
        }
    }

    [Fact]
    public void Whoever_is_there_and_silent_is_awaited_while_it_runs()
    {
        var running = A.Voting().Votes(1, "for").Votes(2, "abstain");
        var soFar = BallotResult.SoFar(running.Ballot!, running.VotingSeats(running.Ballot!), "plus");

        Assert.Equal((1, 0, 1, 4), (soFar.Sum(t => t.For), soFar.Sum(t => t.Against), soFar.Sum(t => t.Abstained), soFar.Sum(t => t.Pending)));
        Assert.Equal<Choice>([Choice.For, Choice.Against, Choice.Abstain], running.Ballot!.Choices);
        Assert.Equal(["plus", "refusal", "abstain"], A.Voting(A.Restricted(), "plus", "refusal").Ballot!.Choices.Select(c => c.Value));
    }

    [Fact]
    public void In_the_enlarged_chamber_silence_is_no_abstention_and_stays_in_the_base()
    {
        var result = A.Voting(A.Enlarged()).Votes(1, "for").ClosesBallot().Ballot!.Result!;

        Assert.Equal((1, 18, 0, 17), (result.Voted, result.Entitled, result.Options[0].Groups.Sum(g => g.Abstained), result.Options[0].Groups.Sum(g => g.Pending)));
        Assert.Equal(new Fraction(1, 18), result.Options[0].Count.InFavour);
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
