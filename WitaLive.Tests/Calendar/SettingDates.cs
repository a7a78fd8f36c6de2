using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Planning;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Calendar;

public class SettingDates
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_a_series_with_what_to_beware_of_and_saves_what_is_kept(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await office.PlanAsync(points: 0, change: form => form.Day = "2027-04-13"); // the chamber sits that day already
        var form = await FormAsync(office, "2027-03-30", "2027-05-11", DayOfWeek.Tuesday);
        var planning = office.Get<SeriesPlanning>();

        var preview = await planning.PreviewAsync(PlanningOffice.Secretary, form, default);
        form.LeftOut.Add(new(2027, 5, 11));
        var (saved, problems) = await planning.SaveAsync(PlanningOffice.Secretary, form, default);

        Assert.Empty(problems);
        Assert.Equal(["03-30", "04-13", "04-27", "05-11"], preview.Lines.Select(l => l.Date.Day.ToString("MM-dd", null)));
        Assert.Equal([false, true, false, false], preview.Lines.Select(l => l.IsTaken));
        Assert.Equal((2, "03-30 04-27"), (saved, await OpenAsync(office)));
    }

    [Fact]
    public async Task Leaves_out_holidays_and_on_request_bridge_days()
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = await FormAsync(office, "2027-03-29", "2027-03-29", DayOfWeek.Monday); // Easter Monday
        var bridge = await FormAsync(office, "2027-05-07", "2027-05-07", DayOfWeek.Friday); // after Ascension
        bridge.HoldsBridgeDays = false;
        var planning = office.Get<SeriesPlanning>();

        Assert.IsType<SeriesEmpty>((await planning.SaveAsync(PlanningOffice.Secretary, form, default)).Problems.Single().Why);
        Assert.IsType<SeriesEmpty>((await planning.SaveAsync(PlanningOffice.Secretary, bridge, default)).Problems.Single().Why);
        Assert.Equal(DateMark.Bridge, (await planning.PreviewAsync(PlanningOffice.Secretary, bridge, default)).Lines.Single().Date.Mark);
        bridge.HoldsBridgeDays = true;
        Assert.Equal(1, (await planning.SaveAsync(PlanningOffice.Secretary, bridge, default)).Saved);
    }

    [Fact]
    public async Task Keeps_its_hour_in_Brussels_over_both_changes_of_the_clock()
    {
        await using var office = await PlanningOffice.OnAsync();

        foreach (var (from, until, hours) in new[] { ("2027-03-23", "2027-03-30", "13 12"), ("2027-10-26", "2027-11-09", "12 13 13") })
        {
            var form = await FormAsync(office, from, until, DayOfWeek.Tuesday);
            form.Weeks = "1";
            Assert.Equal(hours, string.Join(' ', (await office.Get<SeriesPlanning>().PreviewAsync(PlanningOffice.Secretary, form, default)).Lines.Select(l => l.StartsAt.UtcDateTime.Hour)));
        }
    }

    [Theory]
    [InlineData("2026-11-22", "2026-12-22", "2", "from", typeof(StartsInThePast))]
    [InlineData("2026-12-22", "2026-12-21", "2", "until", typeof(SeriesBackwards))]
    [InlineData("2026-12-22", "2029-12-21", "2", "until", typeof(SeriesTooLong))]
    [InlineData("", "2026-12-21", "2", "from", typeof(DayNotGiven))]
    [InlineData("2026-12-01", "soon", "2", "until", typeof(DayNotGiven))]
    [InlineData("2026-12-01", "2026-12-21", "0", "weeks", typeof(WeeksUnusable))]
    [InlineData("2026-12-01", "2026-12-21", "two", "weeks", typeof(WeeksUnusable))]
    [InlineData("2026-11-23", "2026-12-21", "1", "hour", typeof(StartsInThePast))] // today, an hour ago
    public async Task Refuses_a_series_that_cannot_be(string from, string until, string weeks, string field, Type why)
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = await FormAsync(office, from, until, DayOfWeek.Monday);
        (form.Weeks, form.Facts.Hour) = (weeks, "08:00"); // it is nine o'clock in Brussels

        var (saved, problems) = await office.Get<SeriesPlanning>().SaveAsync(PlanningOffice.Secretary, form, default);

        Assert.Equal(0, saved);
        Assert.Contains(problems, p => p.Field == field && p.Why.GetType() == why);
        Assert.Equal("", await OpenAsync(office));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_who_and_which_room_is_needed_twice_before_anything_is_saved(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await office.PlanAsync(points: 0, formation: "enlarged", section: null); // 5 January, 14:00, Salle Horta
        await APrivateCalendar.ProvisionalAsync(office, section: "nl");
        var chamber = await office.ChamberAsync();
        var facts = new MeetingFacts(new(2027, 1, 5, 14, 0, 0, TimeSpan.Zero), 60, MeetingMode.OnSite, "salle horta", null);
        var occupation = office.Get<Occupation>();

        var clashes = await occupation.ClashesAsync(PlanningOffice.Secretary, chamber.Id, [], facts, default, default);
        var elsewhere = await occupation.ClashesAsync(PlanningOffice.Secretary, chamber.Id, [], facts with { Mode = MeetingMode.Online, StartsAt = facts.StartsAt.AddHours(3) }, default, default);

        Assert.Equal(["enlarged", "restricted"], clashes.Select(c => c.Chamber.Formation.Value).Order());
        Assert.All(clashes, clash => Assert.True(clash.IsSameRoom));
        var enlarged = clashes.Single(c => c.Chamber.Formation.Value == "enlarged");
        Assert.NotEmpty(enlarged.Members);
        Assert.All(enlarged.Members, person => Assert.Contains(chamber.Members, member => member.Id == person.Id));
        Assert.True(clashes.Single(c => c.Chamber.Section == "nl").IsProvisional);
        Assert.Empty(elsewhere);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Moves_a_date_or_takes_it_off_for_whoever_saw_it_as_it_is(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (dates, id) = (office.Get<ProvisionalDates>(), await APrivateCalendar.ProvisionalAsync(office));
        var shown = (await dates.ReadAsync(PlanningOffice.Secretary, id, default))!.Date;
        var form = MeetingForm.Of(shown);

        form.Day = "2027-03-29";
        Assert.IsType<HolidayThatDay>((await dates.MoveAsync(PlanningOffice.Secretary, id, shown.Revision, form, default)).Single().Why);
        form.Day = "2026-11-20";
        Assert.IsType<StartsInThePast>((await dates.MoveAsync(PlanningOffice.Secretary, id, shown.Revision, form, default)).Single().Why);
        form.Day = "2027-01-12";
        Assert.Empty(await dates.MoveAsync(PlanningOffice.Secretary, id, shown.Revision, form, default));
        Assert.IsType<DateChangedMeanwhile>((await dates.MoveAsync(PlanningOffice.Secretary, id, shown.Revision, form, default)).Single().Why);
        Assert.IsType<DateChangedMeanwhile>(await dates.WithdrawAsync(PlanningOffice.Secretary, id, shown.Revision, default));
        Assert.Equal("01-12", await OpenAsync(office));
        Assert.Null(await dates.WithdrawAsync(PlanningOffice.Secretary, id, shown.Revision + 1, default));
        Assert.IsType<DateNotOpen>(await dates.WithdrawAsync(PlanningOffice.Secretary, id, shown.Revision + 1, default));
        Assert.Null(await dates.ReadAsync(PlanningOffice.Secretary, id, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plans_a_meeting_on_a_date_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await APrivateCalendar.ProvisionalAsync(office);
        var form = await office.Get<MeetingPlanning>().FormAsync(PlanningOffice.Secretary, id, default);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PlanAsync(office, form))));

        Assert.Equal(1, answers.Count(a => a == id));
        Assert.Equal("", await OpenAsync(office));
        Assert.Equal("", (await office.Get<MeetingPlanning>().FormAsync(PlanningOffice.Secretary, id, default)).Chamber);
        Assert.Equal("Salle Horta", (await office.ReadAsync(id)).Place);
    }

    [Fact]
    public async Task Is_seen_by_whom_it_concerns_and_set_by_the_secretariat_alone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await APrivateCalendar.ProvisionalAsync(office);
        var (mine, theirs) = ((await office.ChamberAsync()).Chair!, (await office.ChamberAsync(section: "nl")).Chair!);
        var (day, reading) = (new DateOnly(2027, 1, 5), office.Get<CalendarReading>());

        Assert.Equal(id, Assert.Single((await reading.ReadAsync(Who.With(mine.Id), null, null, day, day, default)).Entries).Id);
        Assert.Empty((await reading.ReadAsync(Who.With(theirs.Id), null, null, day, day, default)).Entries);
        Assert.Empty((await reading.ReadAsync(PlanningOffice.Secretary, null, "nl", day, day, default)).Entries);
        Assert.Empty((await reading.ReadAsync(Who.With(mine.Id), null, null, day, day, default)).TooShort);
        Assert.NotEmpty((await reading.ReadAsync(PlanningOffice.Secretary, null, null, day, day, default)).TooShort);
        foreach (var act in new Func<Task>[]
        {
            () => office.Get<SeriesPlanning>().PreviewAsync(Who.With(mine.Id), new(), default),
            () => office.Get<SeriesPlanning>().SaveAsync(Who.With(mine.Id), new(), default),
            () => office.Get<ProvisionalDates>().ReadAsync(Who.With(mine.Id), id, default),
            () => office.Get<ProvisionalDates>().MoveAsync(Who.With(mine.Id), id, 1, new(), default),
            () => office.Get<ProvisionalDates>().WithdrawAsync(Who.With(mine.Id), id, 1, default),
            () => office.Get<MeetingPlanning>().FormAsync(Who.With(mine.Id), id, default),
            () => office.Get<Occupation>().ClashesAsync(Who.With(mine.Id), default, [], null!, default, default),
            () => office.Get<AgendaBuilding>().AllAsync(Who.With(mine.Id), default),
            () => office.Get<AgendaBuilding>().OfAsync(Who.With(mine.Id), id, default),
        })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(act);
    }

    [Fact]
    public async Task Says_which_chambers_do_not_reach_six_months_ahead()
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = await FormAsync(office, "2026-12-01", "2027-06-01", DayOfWeek.Tuesday);
        Assert.Empty((await office.Get<SeriesPlanning>().SaveAsync(PlanningOffice.Secretary, form, default)).Problems);
        var day = new DateOnly(2026, 11, 23);

        var tooShort = (await office.Get<CalendarReading>().ReadAsync(PlanningOffice.Secretary, null, null, day, day, default)).TooShort;

        Assert.All(tooShort, reach => Assert.Equal((null, new DateOnly(2027, 5, 23)), (reach.Last, reach.Wanted)));
        var restricted = (await office.CommissionAsync()).Chambers.Where(c => c is { Section: not null, AdHocLanguage: null }).ToList();
        Assert.Equal(restricted.Count - 1, tooShort.Length);
        Assert.DoesNotContain(tooShort, reach => reach.Chamber.Id == form.Facts.ChamberId);
    }

    private static async Task<MeetingId?> PlanAsync(PlanningOffice office, MeetingForm form)
    {
        try
        {
            return (await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default)).Id;
        }
        catch (DbUpdateException)
        {
            return null; // the loser of a race that the database decided
        }
    }

    private static async Task<SeriesForm> FormAsync(PlanningOffice office, string from, string until, DayOfWeek weekday)
    {
        var form = new SeriesForm { From = from, Until = until, Weekday = weekday, IsThinned = false };
        (form.Facts.Chamber, form.Facts.Hour, form.Facts.Place) = ((await office.ChamberAsync()).Id.Value.ToString(), "14:00", "Salle Horta");
        return form;
    }

    private static async Task<string> OpenAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        var open = await db.Set<ProvisionalDate>().Where(d => d.WithdrawnAt == null && d.PlannedAt == null).Select(d => d.StartsAt).ToListAsync();
        return string.Join(' ', open.Order().Select(at => at.ToString("MM-dd", null)));
    }
}
