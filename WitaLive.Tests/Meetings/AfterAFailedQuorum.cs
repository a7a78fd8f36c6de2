using Microsoft.EntityFrameworkCore;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

public class AfterAFailedQuorum
{
    private static readonly TimeOnly s_two = new(14, 0);

    [Fact] // nobody failed to come to what nobody was convened to
    public async Task No_second_convocation_is_offered_of_a_meeting_that_was_never_convened()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        await office.DoAsync(db => db.Entry(db.Set<PlannedMeeting>().Single(m => m.Id == id)).Property(m => m.State).CurrentValue = MeetingState.Adjourned);

        Assert.Null(await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, id, default));
        await office.DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == id).ConvenedAt = office.Clock.GetUtcNow());
        Assert.NotNull(await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, id, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_act_moves_the_items_and_convenes_for_the_second_time(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var file = await office.AddFileAsync("2026-FR-0500");
        var first = await FailedAsync(office, "restricted", file);
        var second = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!;
        Assert.Equal((new DateOnly(2027, 1, 1), second.Members), (second.Latest, second.Days[0].Free));
        Assert.Equal(first, Assert.Single(await office.Get<SecondProposals>().WaitingAsync(PlanningOffice.Secretary, default)).Meeting.Id);

        var (id, why) = await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, second.Days[0].Day, s_two, null, default);
        await office.Convener().RunAsync(default);

        Assert.Null(why);
        var meeting = await office.ReadAsync(id!.Value);
        Assert.Equal((true, first, 2), (meeting.SecondConvocation, meeting.FirstMeetingId!.Value, meeting.Agenda.Count));
        Assert.NotNull(meeting.ConvenedAt);
        Assert.All((await office.MailsAsync(id.Value)).Where(m => m.Language == "fr"), m => Assert.StartsWith("Seconde convocation", m.Subject, StringComparison.Ordinal));
        Assert.Equal(id, (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!.Second!.Value.Id);
        Assert.Empty(await office.Get<SecondProposals>().WaitingAsync(PlanningOffice.Secretary, default));

        Assert.IsType<NoSecondConvocation>((await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, second.Days[1].Day, s_two, null, default)).Why);
    }

    [Fact]
    public async Task The_hour_that_is_proposed_is_that_of_the_first_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        var sheet = await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, await FailedAsync(office), default);

        await using var page = await APage.OpenAsync<SecondPanel>(office, PlanningOffice.Secretary, new() { ["Sheet"] = sheet });

        Assert.Contains("id=\"second-hour\" type=\"time\" value=\"14:00\"", await page.HtmlAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_secretaries_at_once_convene_it_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var first = await FailedAsync(office);
        var days = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!.Days;

        var both = await Task.WhenAll(days.Take(2).Select(day => Task.Run(() =>
            office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, day.Day, s_two, null, default))));

        Assert.IsType<NoSecondConvocation>(Assert.Single(both, one => one.Id is null).Why);
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(1, await db.Set<PlannedMeeting>().CountAsync(m => m.FirstMeetingId == first));
    }

    [Fact]
    public async Task Days_on_which_members_sit_elsewhere_come_last()
    {
        await using var office = await PlanningOffice.OnAsync();
        var first = await FailedAsync(office);
        await office.PlanAsync(1, form => form.Day = "2026-12-16"); // the same people

        var days = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!.Days;

        Assert.Equal((new DateOnly(2026, 12, 16), 0), (days[^1].Day, days[^1].Free));
        Assert.NotEqual(0, days[^2].Free);
    }

    [Fact]
    public async Task A_restricted_chamber_that_fails_again_refers_its_files_to_the_enlarged_one()
    {
        await using var office = await PlanningOffice.OnAsync();
        var file = await office.AddFileAsync("2026-FR-0500");
        var first = await FailedAsync(office, "restricted", file);
        var second = await AgainAsync(office, first);

        // Its chair came, and nobody else: without anyone to preside there would have been no meeting to fail.
        var room = (await office.Get<RoomDoor>().EnterAsync(second))!;
        office.ComesToTheDayOf(room);
        var chair = room.Meeting.Plan!.Presiders[0].Person;
        Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(await room.SendAsync(new SignIn(chair, AttendanceMode.OnSite), new(chair)));
        await office.AdjournAsync(second, chair);

        await using var db = office.Databases.CreateDbContext();
        var after = (await db.FindAsync<ApplicationFile>(file.Id))!;
        Assert.Equal((FileState.Referred, new FormationCode("enlarged")), (after.State, after.ReferredTo!.Value));
        Assert.Null(await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, second, default)); // no third one
    }

    [Fact]
    public async Task An_enlarged_chamber_decides_the_second_time_whoever_comes_and_never_on_the_same_day()
    {
        await using var office = await PlanningOffice.OnAsync();
        var first = await FailedAsync(office, "enlarged");
        Assert.IsType<SecondNotThatDay>((await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, new(2026, 12, 1), new(20, 0), null, default)).Why);
        var second = await AgainAsync(office, first);

        var room = (await office.Get<RoomDoor>().EnterAsync(second))!;
        office.ComesToTheDayOf(room);
        var president = room.Meeting.Plan!.Presiders[0].Person;
        foreach (var one in new[] { president, room.Meeting.Plan.Seats[0].Effective })
            Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(await room.SendAsync(new SignIn(one, AttendanceMode.OnSite), new(one)));

        Assert.True(room.Meeting.Quorum() is { Reached: false, MayDecide: true });
        Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(await room.SendAsync(new OpenMeeting(), new(president)));
    }

    [Fact]
    public async Task A_shorter_notice_wants_a_chairs_approval_and_a_refusal_writes_nothing()
    {
        await using var office = await PlanningOffice.OnAsync();
        var first = await FailedAsync(office);
        office.Clock.Advance(new DateTimeOffset(2026, 12, 21, 9, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        var day = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!.Days[0];
        Assert.True(day.IsUrgent);

        var refused = await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, day.Day, s_two, null, default);

        Assert.IsType<ChairApprovalMissing>(refused.Why);
        await using (var db = office.Databases.CreateDbContext())
            Assert.False(await db.Set<PlannedMeeting>().AnyAsync(m => m.FirstMeetingId == first));
        var chair = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, first, default))!.People.Presiders[0].Person.Id;
        Assert.Null((await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, day.Day, s_two, chair, default)).Why);
    }

    private static async Task<MeetingId> AgainAsync(PlanningOffice office, MeetingId first)
    {
        var day = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!.Days[0].Day;
        var (id, why) = await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, day, s_two, null, default);
        Assert.Null(why);
        await office.Convener().RunAsync(default);
        return id!.Value;
    }

    // Nobody came: the secretariat adjourns.
    private static async Task<MeetingId> FailedAsync(PlanningOffice office, string formation = "restricted", ApplicationFile? file = null)
    {
        var id = await office.PlanAsync(1, form => form.Day = "2026-12-01", formation, formation == "restricted" ? "fr" : null);
        if (file is not null)
            Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 6, default));
        await office.ConveneAsync(id);
        await office.AdjournAsync(id);
        return id;
    }
}
