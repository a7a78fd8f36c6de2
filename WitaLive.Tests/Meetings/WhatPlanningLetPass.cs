using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.Domain;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

/// <summary>Faults that were seen, each with what is so now.</summary>
public class WhatPlanningLetPass
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_chamber_sits_once_at_a_time_however_fast_one_clicks(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var form = await office.FormAsync();

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default))));

        Assert.Single(tries, one => one.Id is not null);
        Assert.All(tries.Where(one => one.Id is null), one => Assert.IsType<ChamberSitsThen>(Assert.Single(one.Problems).Why));
    }

    [Fact]
    public async Task A_meeting_is_not_moved_onto_another_of_its_chamber()
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.PlanAsync(0);
        var evening = await office.PlanAsync(0, form => form.Hour = "17:00"); // the other one ends then
        var meeting = await office.ReadAsync(evening);
        var (shown, moved) = (MeetingFacts.Of(meeting), MeetingForm.Of(meeting));
        moved.Hour = "16:00";

        var problem = Assert.Single(await office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, evening, shown, moved, default));

        Assert.Equal("hour", problem.Field);
        Assert.IsType<ChamberSitsThen>(problem.Why);
        moved.Hour = "18:00";
        Assert.Empty(await office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, evening, shown, moved, default));
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_not_called_missing()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(0);

        Assert.Equal(new TitleTooLong("fr", PlanLimits.Title), await AddAsync(PlanLimits.Title + 1));
        Assert.Equal(new TitleMissing("fr"), await AddAsync(0));
        Assert.Null(await AddAsync(PlanLimits.Title));

        Task<Refusal?> AddAsync(int letters) => office.Get<AgendaPlanning>().AddPointAsync(PlanningOffice.Secretary, id, new Dictionary<string, string> { ["fr"] = new('e', letters) }, 10, default);
    }

    [Fact]
    public async Task An_address_that_somebody_made_up_opens_no_room()
    {
        await using var office = await PlanningOffice.OnAsync();
        var planned = await office.PlanAsync(0);

        Assert.Null(await office.Get<RoomDoor>().EnterAsync(new(Guid.NewGuid()), default));
        Assert.Empty(office.Get<MeetingRooms>().Open());
        Assert.NotNull(await office.Get<RoomDoor>().EnterAsync(planned, default));
        Assert.Single(office.Get<MeetingRooms>().Open());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_secretaries_who_save_the_same_series_save_it_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var form = new SeriesForm { From = "2027-02-01", Until = "2027-03-31", Weekday = DayOfWeek.Tuesday, IsThinned = false };
        (form.Facts.Chamber, form.Facts.Hour, form.Facts.Place) = ((await office.ChamberAsync()).Id.Value.ToString(), "14:00", "Salle Horta");

        var saved = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => office.Get<SeriesPlanning>().SaveAsync(PlanningOffice.Secretary, form, default))));

        var once = Assert.Single(saved, one => one.Saved > 0);
        Assert.IsType<SeriesEmpty>(Assert.Single(Assert.Single(saved, one => one.Saved == 0).Problems).Why);
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(once.Saved, await db.Set<ProvisionalDate>().CountAsync());
    }

    [Fact]
    public async Task Provisional_dates_are_planned_many_at_once_and_one_that_cannot_be_keeps_none_back()
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = new SeriesForm { From = "2027-02-01", Until = "2027-02-28", Weekday = DayOfWeek.Tuesday, Weeks = "1", IsThinned = false };
        (form.Facts.Chamber, form.Facts.Hour, form.Facts.Place) = ((await office.ChamberAsync()).Id.Value.ToString(), "14:00", "Salle Horta");
        var (saved, _) = await office.Get<SeriesPlanning>().SaveAsync(PlanningOffice.Secretary, form, default);
        await office.PlanAsync(0, other => other.Day = "2027-02-09");
        var dates = await office.Get<DatePlanning>().OpenAsync(PlanningOffice.Secretary, null, default);

        var planned = await office.Get<DatePlanning>().PlanAsync(PlanningOffice.Secretary, dates, default);

        Assert.Equal((4, 4), (saved, planned.Length));
        Assert.IsType<ChamberSitsThen>(Assert.Single(planned, one => one.Why is not null).Why);
        Assert.Equal(new DateOnly(2027, 2, 9), DateOnly.FromDateTime(Assert.Single(await office.Get<DatePlanning>().OpenAsync(PlanningOffice.Secretary, null, default)).Date.StartsAt.Date));
        Assert.Equal("Salle Horta", (await office.ReadAsync(dates[0].Date.Id)).Place);
        Assert.Empty(await office.Get<DatePlanning>().OpenAsync(PlanningOffice.Secretary, (await office.ChamberAsync(section: "nl")).Id, default));
    }

    [Theory]
    [InlineData("plenary", "2026-12-29", true), InlineData("plenary", "2026-12-30", false), InlineData("restricted", "2027-01-04", true)]
    public async Task Texts_of_a_plenary_reach_the_members_a_week_before(string formation, string today, bool taken)
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(1, null, formation, formation == "restricted" ? "fr" : null); // 5 January 2027
        office.Clock.Advance(DateTimeOffset.Parse($"{today}T09:00:00Z", CultureInfo.InvariantCulture) - office.Clock.GetUtcNow());
        using var paper = new MemoryStream(APaper.Pdf());

        var why = await office.Get<PaperDesk>().AddAsync(PlanningOffice.Secretary, id, (await office.ReadAsync(id)).Agenda[0].Id, "Projet.pdf", paper, default);

        Assert.Equal(taken ? null : new PaperTooLate(new(2026, 12, 29), ["ROI 23 §4"]).Key, why?.Key);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_rows_are_written_as_the_context_would_or_not_at_all(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await office.PlanAsync();
        var row = Convocation.Invite(id, new(Guid.NewGuid()), office.Clock.GetUtcNow());
        row.NewLink();

        await using (var db = (WitaLiveDb)office.Databases.CreateDbContext())
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await ManyRows.AddAsync(db, [row, Convocation.Invite(id, new(Guid.NewGuid()), office.Clock.GetUtcNow())], default);
            await transaction.CommitAsync();
        }

        var kept = (await office.ConvocationsAsync(id)).Single(c => c.PersonId == row.PersonId);
        Assert.Equal((row.Kind, row.Number, row.CreatedAt, row.MailId, row.LinkUsedAt, row.Calls), (kept.Kind, kept.Number, kept.CreatedAt, kept.MailId, kept.LinkUsedAt, kept.Calls));
        Assert.Equal(row.LinkHash, kept.LinkHash);
        await using (var db = (WitaLiveDb)office.Databases.CreateDbContext())
        await using (await db.Database.BeginTransactionAsync())
            await Assert.ThrowsAsync<DbUpdateException>(() => ManyRows.AddAsync(db, [Convocation.Invite(id, new(Guid.NewGuid()), office.Clock.GetUtcNow()), row], default));
        Assert.Equal(2, (await office.ConvocationsAsync(id)).Count);
        await using (var db = (WitaLiveDb)office.Databases.CreateDbContext())
            await Assert.ThrowsAsync<InvalidOperationException>(() => ManyRows.AddAsync(db, [row], default));
    }
}
