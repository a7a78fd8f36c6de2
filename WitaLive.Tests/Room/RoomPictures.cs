using WitaLive.App.Room;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Components;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Room;

/// <summary>Writes what the room looks like in its states, to be looked at.</summary>
public class RoomPictures
{
    // «Release/net10.0»: the tests lie in bin/ below it, what was built with them in obj/.
    private static readonly string s_build = Path.GetRelativePath(Path.Combine(Repository.Root, "WitaLive.Tests", "bin"), AppContext.BaseDirectory);

    private static readonly Dictionary<string, Func<(TheRoom Room, int Seat)>> s_states = new()
    {
        ["planned"] = () => (new TheRoom(), 1),
        ["waiting"] = () => (new TheRoom().SignedIn().Opened(), 1),
        ["open"] = () => (new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus"), 1),
        ["voted"] = () => (new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes((0, Choice.For), (1, Choice.For), (3, Choice.Against), (4, Choice.Abstain)), 1),
        ["closed"] = () => (new TheRoom().SignedIn(0, 1, 2, 3, 4).Opened().Called(1).BallotOn([1], false, "plus").Votes((0, Choice.For), (1, Choice.For), (2, Choice.For), (3, Choice.For), (4, Choice.Abstain)).ClosedBallot(), 1),
        ["chair"] = () => (new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes((1, Choice.For), (3, Choice.Against)), 0),
        ["item"] = () => (new TheRoom().SignedIn().Opened().Called(2), 0),
        ["suspended"] = () => Suspended(),
        ["outcomes"] = () => (new TheRoom().SignedIn().Opened().Called(2).BallotOn([2], false, "plus", "starter", "ordinary", "refusal").Votes((0, new("plus")), (1, new("starter")), (2, Choice.Abstain)), 1),
        ["block"] = () => (new TheRoom().SignedIn().Opened().BallotOn([1, 2, 3], true, "ordinary").Votes((0, Choice.For)), 1),
        ["enlarged"] = () => (new TheRoom("enlarged").SignedIn(0, 1, 2, 3, 4, 5, 9, 10, 12, 13, 14, 15).Opened().Called(1).BallotOn([1], false, "plus")
            .Votes((0, Choice.For), (1, Choice.For), (2, Choice.For), (3, Choice.For), (4, Choice.For), (5, Choice.Against), (9, Choice.For), (12, Choice.Against), (13, Choice.Abstain)), 1),
        ["plenary"] = () => (new TheRoom("plenary").SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes([.. Enumerable.Range(0, 30).Select(i => (i, i % 7 == 0 ? Choice.Against : i % 5 == 0 ? Choice.Abstain : Choice.For))]).ClosedBallot(), 1),
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var state in s_states.Keys)
                data.Add(state, "en");
            foreach (var language in new[] { "fr", "nl", "de" })
            {
                data.Add("voted", language);
                data.Add("enlarged", language);
                data.Add("planned", language);
                data.Add("item", language);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task Can_be_looked_at(string state, string language)
    {
        var (room, seat) = s_states[state]();
        var html = await Rendered.AsHtml<RoomScreen>(language, new()
        {
            ["View"] = room.View,
            ["Me"] = room.Member(seat),
            ["Send"] = (Func<MeetingCommand, Task<Outcome?>>)(_ => Task.FromResult<Outcome?>(null)),
            ["SendFromPanel"] = (Func<MeetingCommand, Task<Outcome?>>)(_ => Task.FromResult<Outcome?>(null)),
            ["SendQuietly"] = (Func<MeetingCommand, Task<Outcome?>>)(_ => Task.FromResult<Outcome?>(null)),
            ["IsSecretariat"] = state == "chair",
            ["Sources"] = ImmutableArray.Create("L 3 §3", "AR 4 §4", "O-2"),
        }, TheRoom.Services);

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults", "room"));
        var styles = File.ReadAllText(Path.Combine(Repository.Root, "WitaLive.App", "wwwroot", "app.css"))
            + string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "WitaLive.App", "obj", s_build, "scopedcss"), "*.rz.scp.css", SearchOption.AllDirectories).Select(File.ReadAllText));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{state}-{language}.html"),
            $"<!DOCTYPE html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><style>{styles}</style><body><main>{html}</main></body></html>");
        Assert.Contains("room-version", html, StringComparison.Ordinal);
    }

    private static (TheRoom, int) Suspended()
    {
        var room = new TheRoom().SignedIn(0, 1, 3, 4).Opened().Called(1).BallotOn([1], false, "plus").Votes((0, Choice.For), (1, Choice.For));
        return (room.After(room.Member(3), new SignOut(room.Member(3))), 1);
    }
}
