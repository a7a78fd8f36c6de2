using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

/// <summary>Two people at one plan in the same moment.</summary>
public class TwoAtOnePlan
{
    [Fact]
    public async Task Does_not_let_one_composition_take_the_place_of_another_that_was_not_seen()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(0, formation: "enlarged", section: null);
        var changes = office.Get<MeetingChanges>();
        var form = MeetingForm.Of(await office.ReadAsync(id));
        ImmutableArray<SeatId> shown = [.. form.Seats];
        var commission = await office.CommissionAsync();
        var leaving = commission.Seats.First(s => s.Votes && form.Seats.Contains(s.Id));
        var coming = commission.Seats.First(s => s.Votes && !s.IsVacant && s.Group == leaving.Group && s.Section == leaving.Section && !form.Seats.Contains(s.Id));
        form.Seats.Remove(leaving.Id);
        form.Seats.Add(coming.Id);

        Assert.Empty(await changes.SaveSeatsAsync(PlanningOffice.Secretary, id, shown, form, default));
        Assert.IsType<FactsChangedMeanwhile>(Assert.Single(await changes.SaveSeatsAsync(PlanningOffice.Secretary, id, shown, MeetingForm.Of(await office.ReadAsync(id)), default)));

        Assert.Contains((await office.ReadAsync(id)).Seats, s => s.SeatId == coming.Id);
    }

    // On SQLite the one waits for the other.
    [Theory, OnPostgres]
    public async Task Changes_nothing_of_a_meeting_that_is_opened_in_the_same_moment(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await office.PlanAsync(1);
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        var chair = room.Meeting.Plan!.Presiders[0].Person;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(chair, AttendanceMode.OnSite), new(chair)));
        var tries = 0;

        var why = await office.Get<PlanChanges>().ChangeAsync(PlanningOffice.Secretary, id, async (_, meeting) =>
        {
            if (++tries == 1)
                Assert.IsType<Outcome.Ok>(await room.SendAsync(new OpenMeeting(), new(chair)));
            meeting.Place = "Ailleurs";
            return null;
        }, default);

        Assert.IsType<PlanIsSettled>(why);
        Assert.Equal("Salle Horta", (await office.ReadAsync(id)).Place);
    }
}
