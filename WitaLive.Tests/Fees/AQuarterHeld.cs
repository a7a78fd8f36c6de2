using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Fees;

/// <summary>Meetings of restricted chamber 1 (FR), planned and held in their real rooms.</summary>
internal static class AQuarterHeld
{
    /// <summary>The effective members of every seat but those come; the meeting opens on the minute and ends when it has lasted so long.</summary>
    /// <param name="day">After the morning of the office's clock, in order.</param>
    public static async Task<MeetingId> HoldAsync(this PlanningOffice office, string day, int minutes, params SeatId[] absent)
    {
        var id = await office.PlanAsync(points: 1, change: form => form.Day = day);
        var sheet = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;
        office.Clock.Advance(sheet.Meeting.StartsAt - office.Clock.GetUtcNow());
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        foreach (var person in sheet.Chamber.VotingSeats.Where(s => !absent.Contains(s.Id)).Select(s => s.Effective!.Id))
            await DoAsync(room, new SignIn(person, AttendanceMode.OnSite), person);
        var chair = sheet.Chamber.Chair!.Id;
        await DoAsync(room, new OpenMeeting(), chair);
        office.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await DoAsync(room, new CloseMeeting("fini"), chair);
        return id;
    }

    /// <summary>A plenary to which both of a duo came, and everyone else whose name stands first on a seat.</summary>
    public static async Task<MeetingId> HoldPlenaryAsync(this PlanningOffice office, string day, SeatId both)
    {
        var id = await office.PlanAsync(points: 1, change: form => form.Day = day, formation: "plenary", section: null);
        var sheet = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;
        office.Clock.Advance(sheet.Meeting.StartsAt - office.Clock.GetUtcNow());
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        var president = sheet.People.Presiders[0].Person.Id;
        var come = sheet.People.VotingSeats.SelectMany(s => s.Id == both ? [s.Effective, s.Substitute!.Value] : new[] { s.Effective }).Append(president).Distinct();
        foreach (var person in come.ToList())
            await DoAsync(room, new SignIn(person, AttendanceMode.OnSite), person);
        await DoAsync(room, new OpenMeeting(), president);
        office.Clock.Advance(TimeSpan.FromMinutes(100));
        await DoAsync(room, new CloseMeeting("fini"), president);
        return id;
    }

    private static async Task DoAsync(MeetingRoom room, MeetingCommand command, PersonId by)
    {
        if (await room.SendAsync(command, new(by)) is Result<ImmutableArray<MeetingEvent>>.Refused(var why))
            Assert.Fail($"{command.GetType().Name}: {why.Key}");
    }
}
