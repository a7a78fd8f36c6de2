using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Reports;

/// <summary>A meeting of the first French-language chamber, planned and held in its room at its hour: one point decided by a vote, one postponed; called in between, if the chair returns to the first.</summary>
/// <remarks>With a pause before them, when its reason is given.</remarks>
internal static class AHeldMeeting
{
    public static async Task<MeetingId> HoldAsync(PlanningOffice office, string day, int minutesEarly = 0, bool returns = false, string? pause = null)
    {
        var id = await office.PlanAsync(2, form => form.Day = day);
        var planned = await office.ReadAsync(id);
        office.Clock.Advance(planned.StartsAt.AddMinutes(-minutesEarly) - office.Clock.GetUtcNow());
        var room = (await office.Get<RoomDoor>().EnterAsync(id, default))!;
        var plan = room.Meeting.Plan!;
        foreach (var seat in plan.Seats)
            await DoAsync(new SignIn(seat.Effective, AttendanceMode.OnSite), new(seat.Effective));
        await ChairAsync(new OpenMeeting());
        if (pause is not null)
        {
            await ChairAsync(new SuspendMeeting(pause));
            await ChairAsync(new ResumeMeeting());
        }
        var items = room.Meeting.Items;
        foreach (var item in returns ? new[] { 0, 1, 0 } : [0])
            await ChairAsync(new CallItem(items[item].Id));
        var ballot = new BallotId(Guid.NewGuid());
        await ChairAsync(new OpenBallot(ballot, [items[0].Id], ["adopted"]));
        foreach (var seat in room.Meeting.VotingSeats(room.Meeting.Ballot!).ToList())
            await DoAsync(new CastVote(new(Guid.NewGuid()), ballot, seat.Seat, Choice.For), new(seat.Voter));
        await ChairAsync(new CloseBallot(ballot));
        await ChairAsync(new ConcludeItems([items[0].Id], ConclusionKind.Decided, "adopted", null));
        await ChairAsync(new CallItem(items[1].Id));
        await DoAsync(new TakeNote(Guid.NewGuid(), items[1].Id, "La chambre attend une pièce."), new(new(Guid.NewGuid()), IsSecretariat: true));
        await ChairAsync(new ConcludeItems([items[1].Id], ConclusionKind.Postponed, null, "une pièce manque"));
        office.Clock.Advance(TimeSpan.FromMinutes(90));
        await ChairAsync(new CloseMeeting());
        return id;

        Task ChairAsync(MeetingCommand command) => DoAsync(command, room.Meeting.TheChair());

        async Task DoAsync(MeetingCommand command, Actor by)
        {
            office.Clock.Advance(TimeSpan.FromSeconds(5));
            if (await room.SendAsync(command, by) is Outcome.Refused(var why))
                throw new Xunit.Sdk.XunitException($"{command.GetType().Name} was refused: {why.Key}");
        }
    }
}
