using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Principles;

/// <summary>Leads proposals to a plenary that sits.</summary>
internal static class APlenary
{
    public static async Task<ProposalId> AdoptAsync(PlanningOffice office, Proposal proposal, string day)
    {
        var id = await ProposedAsync(office, proposal);
        var (_, room) = await SitAsync(office, id, day);
        await InAChamber.VoteAsync(room, "adopted");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        InAChamber.ComesToStand(office, room);
        return id;
    }

    public static async Task<(MeetingId Id, MeetingRoom Room)> SitAsync(PlanningOffice office, ProposalId proposal, string day = "2027-01-05")
    {
        var (id, room) = await EnterAsync(office, proposal, day);
        await SignInAsync(room);
        await InAChamber.DoAsync(room, new OpenMeeting());
        await InAChamber.DoAsync(room, new CallItem(room.Meeting.Items[0].Id));
        return (id, room);
    }

    public static async Task<(MeetingId Id, MeetingRoom Room)> EnterAsync(PlanningOffice office, ProposalId proposal, string day = "2027-01-05")
    {
        var id = await office.PlanAsync(0, form => form.Day = day, "plenary", null);
        Assert.Null(await PlaceAsync(office, proposal, id));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        return (id, room);
    }

    /// <summary>Everybody who sits or presides.</summary>
    public static async Task SignInAsync(MeetingRoom room)
    {
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective).Append(room.Meeting.Plan.Presiders[0].Person).Distinct().ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(person, AttendanceMode.OnSite), new(person)));
    }

    public static async Task<ProposalId> ProposedAsync(PlanningOffice office, Proposal proposal)
    {
        var id = Id(await SaveAsync(office, proposal));
        Assert.Null(await office.Get<ProposalDesk>().ProposeAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), isRead: true, default));
        return id;
    }

    public static async Task<Refusal?> PlaceAsync(PlanningOffice office, ProposalId id, MeetingId meeting, bool isRead = false) =>
        await office.Get<ProposalPlacing>().PlaceAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), meeting, isRead, default);

    public static async Task<int> RevisionAsync(PlanningOffice office, ProposalId id) => (await SheetAsync(office, id)).Revision;

    public static Task<Result<ProposalId>> SaveAsync(PlanningOffice office, Proposal proposal) => office.Get<ProposalDesk>().SaveAsync(PlanningOffice.Secretary, null, 0, proposal, default);

    public static async Task<ProposalSheet> SheetAsync(PlanningOffice office, ProposalId id) => (await office.Get<ProposalReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;

    public static async Task<ProposalStage> StageAsync(PlanningOffice office, ProposalId id) => (await SheetAsync(office, id)).Line.Stage;

    public static ProposalId Id(Result<ProposalId> saved) => Assert.IsType<Result<ProposalId>.Ok>(saved).Value;

    public static Refusal Why(Result<ProposalId> saved) => Assert.IsType<Result<ProposalId>.Refused>(saved).Why;
}
