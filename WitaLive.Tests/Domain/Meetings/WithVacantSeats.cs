using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>A seat without a mandate is in no plan, and the formation is no smaller for it: the law counts its seats, not its members.</summary>
public class WithVacantSeats : MeetingTest
{
    [Fact]
    public void The_quorum_asks_for_no_fewer()
    {
        var meeting = A.Meeting(Without(A.Restricted(), 2));
        Assert.Equal((2, 2), (meeting.Quorum().Blocs[0].Present, meeting.Quorum().Blocs[0].Needed));
        Assert.True(meeting.Quorum().Reached);

        var left = meeting.Do(new SignOut(A.Person(3)), A.By(3)).Quorum();
        Assert.Equal((1, 2, false), (left.Blocs[0].Present, left.Blocs[0].Needed, left.Reached));
    }

    [Fact]
    public void The_share_of_the_group_is_split_over_the_seats_that_are_there()
    {
        // Three of nine experts' seats are vacant: the six others hold half of the votes together.
        var meeting = A.Meeting(Without(A.Enlarged(), 7, 8, 9));
        meeting = meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), meeting.TheChair());
        foreach (var seat in Enumerable.Range(1, 6))
            meeting = meeting.Votes(seat, "for");
        var result = meeting.ClosesBallot().Ballot!.Result!;

        Assert.Equal((6, 15), (result.Voted, result.Entitled));
        Assert.Equal(new Fraction(1, 2), result.Options[0].Count.InFavour);
    }

    [Fact]
    public void Split_over_all_seats_the_vacant_ones_keep_their_weight()
    {
        var plan = Without(A.Enlarged(), 7, 8, 9);
        var meeting = A.Meeting(plan with { Decision = TheRules.Sixty.With(split: SplitPolicy.AllSeats) });
        meeting = meeting.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), meeting.TheChair()).AllVote().ClosesBallot();

        Assert.Equal(new Fraction(15, 18), meeting.Ballot!.Result!.Options[0].Count.InFavour);
    }

    [Fact]
    public void Nobody_votes_for_them_nor_consents_for_them()
    {
        var meeting = A.Voting(Without(A.Restricted(), 2));
        Refused<NotYourSeat>(meeting, new CastVote(A.Vote(1), A.Ballot, A.Seat(2), new("for")), A.By(3));
        Refused<NotOnTheList>(meeting, new SignIn(A.Person(2), AttendanceMode.OnSite), A.By(2));

        meeting = A.Meeting(Without(A.Restricted(), 2, 3)).Do(new ProposeItem(A.Point(9)), A.By(1));
        foreach (var seat in new[] { 1, 4, 5 })
            meeting = meeting.Do(new ConsentToItem(A.Item(9), A.Seat(seat)), A.By(seat));
        Causes(meeting, new ConsentToItem(A.Item(9), A.Seat(6)), A.By(6), typeof(ItemConsented), typeof(ItemAdded));
    }

    private static MeetingPlan Without(MeetingPlan plan, params int[] seats) =>
        plan with { Seats = [.. plan.Seats.Where(s => !seats.Contains(s.Number))] };
}
