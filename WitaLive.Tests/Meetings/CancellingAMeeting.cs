using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Meetings;

/// <summary>Whoever is in the room already cannot begin a meeting that is no longer held.</summary>
public class CancellingAMeeting
{
    [Fact]
    public async Task Is_known_at_once_to_those_who_are_in_its_room()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, room, chair) = await InTheRoomAsync(office);

        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Grève générale", default));

        Assert.True(room.Meeting.IsCancelled);
        Assert.IsType<MeetingIsCancelled>(Assert.IsType<Outcome.Refused>(await room.SendAsync(new OpenMeeting(), new(chair))).Why);
        Assert.Null(await office.Get<RoomDoor>().EnterAsync(id));
        Assert.Equal(MeetingState.Planned, (await office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task Keeps_it_from_opening_even_before_the_room_has_heard_of_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, room, chair) = await InTheRoomAsync(office);
        await using (var db = office.Databases.CreateDbContext())
        {
            (await db.FindAsync<PlannedMeeting>(id))!.CancelledAt = office.Clock.GetUtcNow(); // written by another node a moment ago
            await db.SaveChangesAsync();
        }

        Assert.IsType<MeetingIsCancelled>(Assert.IsType<Outcome.Refused>(await room.SendAsync(new OpenMeeting(), new(chair))).Why);
        Assert.Empty(office.Faults);
        Assert.Equal(MeetingState.Planned, room.Meeting.State);

        office.Clock.Advance(TimeSpan.FromSeconds(5)); // the plan read at the door a moment ago is no longer fresh
        Assert.Null(await office.Get<RoomDoor>().EnterAsync(id));
        Assert.IsType<MeetingIsCancelled>(Assert.IsType<Outcome.Refused>(await room.SendAsync(new OpenMeeting(), new(chair))).Why);
    }

    [Theory] // the convocation says how one takes part (rules of procedure, art. 4)
    [InlineData(MeetingMode.OnSite, AttendanceMode.Online, false), InlineData(MeetingMode.OnSite, AttendanceMode.OnSite, true)]
    [InlineData(MeetingMode.Online, AttendanceMode.OnSite, false), InlineData(MeetingMode.Hybrid, AttendanceMode.Online, true)]
    public async Task And_holding_it_otherwise_decides_who_may_sign_in_how(MeetingMode held, AttendanceMode comes, bool allowed)
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(1, form => form.Mode = held);
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        var member = room.Meeting.Plan!.Seats[0].Effective;
        Assert.IsType<NotYetSignable>(Assert.IsType<Outcome.Refused>(await room.SendAsync(new SignIn(member, comes), new(member))).Why);

        office.ComesToTheDayOf(room);

        Assert.Equal(allowed, await room.SendAsync(new SignIn(member, comes), new(member)) is Outcome.Ok);
    }

    private static async Task<(MeetingId Id, MeetingRoom Room, PersonId Chair)> InTheRoomAsync(PlanningOffice office)
    {
        var id = await office.PlanAsync();
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        var chair = room.Meeting.Plan!.Presiders[0].Person;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(chair, AttendanceMode.OnSite), new(chair)));
        return (id, room, chair);
    }
}
