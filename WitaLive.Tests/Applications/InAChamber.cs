using WitaLive.App.Calendar;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>A chamber that takes one file up and decides it, all in favour.</summary>
internal static class InAChamber
{
    /// <param name="plan">Which chamber, and when; the first French one otherwise.</param>
    public static async Task<(MeetingId Id, MeetingRoom Room)> SitAsync(PlanningOffice office, FileId file, Action<MeetingForm>? plan = null)
    {
        var id = await office.PlanAsync(0, plan);
        var backlog = await office.Get<AgendaBuilding>().OfAsync(PlanningOffice.Secretary, id, default);
        Assert.Contains(backlog!.Files, waiting => waiting.File.Id == file);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file], 6, default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        await TakeUpAsync(office, room);
        return (id, room);
    }

    /// <summary>The first item, with everybody there.</summary>
    public static async Task TakeUpAsync(PlanningOffice office, MeetingRoom room)
    {
        office.ComesToTheDayOf(room);
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective).Append(room.Meeting.Plan.Presiders[0].Person).Distinct().ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(person, AttendanceMode.OnSite), new(person)));
        await DoAsync(room, new OpenMeeting());
        await DoAsync(room, new CallItem(room.Meeting.Items[0].Id));
    }

    public static async Task VoteAsync(MeetingRoom room, string outcome = "plus")
    {
        await DoAsync(room, new OpenBallot(new(Guid.NewGuid()), [room.Meeting.Items[0].Id], [outcome]));
        foreach (var seat in room.Meeting.VotingSeats(room.Meeting.Ballot!))
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new CastVote(new(Guid.NewGuid()), room.Meeting.Ballot!.Id, seat.Seat, Choice.For), new(seat.Voter)));
        await DoAsync(room, new CloseBallot(room.Meeting.Ballot!.Id));
    }

    public static async Task DecideAsync(PlanningOffice office, FileId file, string outcome, Action<MeetingForm>? plan = null)
    {
        var (_, room) = await SitAsync(office, file, plan);
        await VoteAsync(room, outcome);
        await DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        ComesToStand(office, room);
    }

    /// <summary>The chair can take back nothing any more of what was concluded.</summary>
    public static void ComesToStand(PlanningOffice office, MeetingRoom room) => office.Clock.Advance(room.Meeting.Plan!.UndoFor + TimeSpan.FromSeconds(1));

    public static async Task DoAsync(MeetingRoom room, MeetingCommand command) =>
        Assert.IsType<Outcome.Ok>(await room.SendAsync(command, new(room.Meeting.InTheChair!.Person)));
}
