using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Browser;

/// <summary>The demo chamber with everyone there and a ballot open on the first item; whoever is no window of the test acts through it.</summary>
internal sealed class ASittingChamber
{
    public static Regex Recorded { get; } = new(@"^\s*Your vote is recorded: for, ");

    private ASittingChamber(MeetingRoom room, BallotId ballot) => (Room, Ballot) = (room, ballot);

    public MeetingRoom Room { get; private set; }

    public BallotId Ballot { get; }

    public string Path => $"/room/{Room.Id.Value}";

    public static async Task<ASittingChamber> InAsync(RunningApp app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var meeting = await db.Set<PlannedMeeting>().OrderByDescending(m => m.Agenda.Count).FirstAsync();
        var room = await RoomAsync(app, meeting.Id);
        var chamber = new ASittingChamber(room, new(Guid.NewGuid()));
        foreach (var seat in room.Meeting.Plan!.Seats)
            await chamber.DoAsync(new SignIn(seat.Effective, AttendanceMode.OnSite), seat.Effective);
        var chair = room.Meeting.InTheChair!.Person;
        var item = room.Meeting.Items[0].Id;
        await chamber.DoAsync(new OpenMeeting(), chair);
        await chamber.DoAsync(new CallItem(item), chair);
        await chamber.DoAsync(new OpenBallot(chamber.Ballot, [item], ["plus"]), chair);
        return chamber;
    }

    /// <summary>The same meeting in an app that was started again.</summary>
    public async Task AgainInAsync(RunningApp app) => Room = await RoomAsync(app, Room.Id);

    public string NameOf(int seat) => Room.Meeting.NameOf(Room.Meeting.Plan!.Seats[seat].Effective);

    public Task VoteAsync(int seat) =>
        DoAsync(new CastVote(new(Guid.NewGuid()), Ballot, Room.Meeting.Plan!.Seats[seat].Id, Choice.For), Room.Meeting.Plan.Seats[seat].Effective);

    public async Task DoAsync(MeetingCommand command, PersonId by) => Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(await Room.SendAsync(command, new(by)));

    public static ILocator Status(IPage page) => page.Locator(".vote-status");

    public static ILocator Turnout(IPage page) => page.Locator("p.turnout");

    private static async Task<MeetingRoom> RoomAsync(RunningApp app, MeetingId id) =>
        await app.Services.GetRequiredService<RoomDoor>().EnterAsync(id) ?? throw new InvalidOperationException("There is no such meeting.");
}
