using WitaLive.App.Turnouts;
using WitaLive.Domain;
using WitaLive.Domain.Sessions;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Fees;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Turnouts;

public class WatchingAttendance
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Says_whose_mandate_is_at_stake_until_the_absence_is_justified(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var chamber = await office.ChamberAsync();
        var away = chamber.VotingSeats.Last(s => s.Group == new GroupCode("experts") && s.Effective!.Id != chamber.Chair!.Id);
        await office.HoldAsync("2026-12-08", 95);
        await office.HoldAsync("2026-12-10", 95, away.Id);
        var desk = office.Get<AttendanceDesk>();
        Assert.False((await LineAsync()).MissedTooMany); // half of two is one, and one says nothing yet
        var missed = await office.HoldAsync("2026-12-15", 95, away.Id);

        var line = await LineAsync();
        Assert.True(line.MissedTooMany);
        Assert.Equal((3, 1, 2), (line.Year.Sessions.Length, line.Count(Turnout.Came), line.Year.Missed));
        Assert.Equal(away.Effective!.Id, (await desk.ListAsync(PlanningOffice.Secretary, default))[0].Person.Id); // those at stake stand first

        Assert.IsType<JustificationMissing>(await desk.JustifyAsync(PlanningOffice.Secretary, missed, away.Effective.Id, true, " ", default));
        Assert.IsType<NothingToJustify>(await desk.JustifyAsync(PlanningOffice.Secretary, missed, chamber.Chair!.Id, true, "malade", default));
        Assert.Null(await desk.JustifyAsync(PlanningOffice.Secretary, missed, away.Effective.Id, true, "certificat médical", default));
        Assert.False((await LineAsync()).MissedTooMany);
        var sheet = await desk.ReadAsync(PlanningOffice.Secretary, away.Effective.Id, default);
        Assert.Equal("certificat médical", sheet!.Meetings.Single(m => m.Called.Meeting == missed).Justification!.Reason);

        Assert.Null(await desk.JustifyAsync(PlanningOffice.Secretary, missed, away.Effective.Id, false, "certificat retiré", default));
        Assert.True((await LineAsync()).MissedTooMany);
        office.Clock.Advance(TimeSpan.FromDays(200));
        Assert.True((await LineAsync()).AwayTooLong);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.JustifyAsync(Who.With(away.Effective.Id), missed, away.Effective.Id, true, "moi", default));

        async Task<AttendanceLine> LineAsync() => (await desk.ListAsync(PlanningOffice.Secretary, default)).Single(l => l.Person.Id == away.Effective!.Id);
    }
}
