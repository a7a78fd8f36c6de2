using WitaLive.App.Room;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Room;

public class TheRoomScreen
{
    [Fact]
    public async Task Promises_no_vote_once_the_meeting_is_over()
    {
        var room = new TheRoom().SignedIn().Opened();
        Assert.Contains("No vote is open", await ShowAsync(room), StringComparison.Ordinal);

        room.After(room.Chair, new CloseMeeting("no time left"));

        var html = await ShowAsync(room);
        Assert.Contains("The meeting is closed", html, StringComparison.Ordinal);
        Assert.DoesNotContain("No vote is open", html, StringComparison.Ordinal);
    }

    [Theory, InlineData(1, false), InlineData(0, true)]
    public async Task Shows_a_vote_to_be_confirmed_once_where_this_person_acts(int seat, bool presides)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus");
        room.After(room.Chair, new EnterWitnessedVote(new(Guid.NewGuid()), room.Ballot, room.Seats[3].Id, Choice.For, VoteMeans.Hand), secretariat: true);

        var html = await ShowAsync(room, seat);

        Assert.Equal(presides, html.Contains("Votes to be confirmed", StringComparison.Ordinal));
        Assert.Equal(!presides, html.Contains("Did you see it?", StringComparison.Ordinal));
    }

    private static Task<string> ShowAsync(TheRoom room, int seat = 1)
    {
        Func<MeetingCommand, Task<Outcome?>> send = _ => Task.FromResult<Outcome?>(null);
        return Rendered.AsHtml<RoomScreen>("en", new() { ["View"] = room.View, ["Me"] = room.Member(seat), ["Send"] = send, ["SendFromPanel"] = send, ["SendQuietly"] = send }, TheRoom.Services);
    }
}
