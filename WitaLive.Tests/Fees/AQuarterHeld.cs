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

    private static async Task DoAsync(MeetingRoom room, MeetingCommand command, PersonId by)
    {
        if (await room.SendAsync(command, new(by)) is Result<ImmutableArray<MeetingEvent>>.Refused(var why))
            Assert.Fail($"{command.GetType().Name}: {why.Key}");
    }
}
