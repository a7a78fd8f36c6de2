using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.App.Room;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain;

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

    [Theory, InlineData(0, true), InlineData(1, false)]
    public async Task Shows_the_activities_of_a_file_to_everyone_and_lets_whoever_presides_mark_them(int seat, bool presides)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1);
        var (item, line) = (room.Meeting.Current!.Value, AnApplicant.Sale(2025, 6000));
        var profile = StoredProfile.Empty with { Activities = [AnApplicant.Painting], Incomes = [line], Proofs = [new(new(Guid.NewGuid()), line.Id.Value, "contrat.pdf", "application/pdf", 10)] };
        Deliberated file = new(profile, new(2026, 11, 26), TheRules.InForce);

        var before = await ShowAsync(room, seat, file);
        Assert.Contains("5 years € 6,000.00", before, StringComparison.Ordinal);
        Assert.Contains("point to a “plus”", before, StringComparison.Ordinal);
        Assert.Equal(presides, before.Contains("<select", StringComparison.Ordinal));
        Assert.Equal(!presides, before.Contains("not looked at yet</span>", StringComparison.Ordinal));
        room.After(room.Chair, new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: false, "notProven"));

        var after = await ShowAsync(room, seat, file);
        Assert.Contains("5 years € 0.00", after, StringComparison.Ordinal);
        Assert.Equal(!presides, after.Contains("not accepted: not proven</span>", StringComparison.Ordinal));
        room.BallotOn([1], false, "plus");
        Assert.DoesNotContain("<select class=\"short\" aria-label=\"Accepted or not", await ShowAsync(room, seat, file), StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(TheRoom room, int seat = 1, Deliberated? file = null)
    {
        Func<ItemId, Task<Deliberated?>>? read = file is null ? null : _ => Task.FromResult<Deliberated?>(file);
        Func<MeetingCommand, Task<Outcome?>> send = _ => Task.FromResult<Outcome?>(null);
        return Rendered.AsHtml<RoomScreen>("en", new() { ["View"] = room.View, ["Me"] = room.Member(seat), ["Send"] = send, ["SendFromPanel"] = send, ["SendQuietly"] = send, ["Deliberated"] = read }, TheRoom.Services);
    }
}
