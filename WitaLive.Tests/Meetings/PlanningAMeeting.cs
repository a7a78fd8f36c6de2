using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Calendar;
using WitaLive.App.Convening;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

public class PlanningAMeeting
{
    [Fact]
    public async Task Names_every_fault_of_the_form_beside_its_field()
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = new MeetingForm { Day = "tomorrow", Hour = "", Minutes = "-3", Mode = MeetingMode.Hybrid, Place = " ", OnlineAddress = "javascript:alert(1)" };

        var (id, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);

        Assert.Null(id);
        Assert.Equal(["chamber", "day", "hour", "minutes", "place", "online"], problems.Select(p => p.Field));
        Assert.Equal("tomorrow", form.Day);
    }

    [Theory]
    [InlineData("2026-11-22", "14:00", "day")]
    [InlineData("2026-11-23", "08:59", "hour")] // 08:00 UTC is 09:00 in Brussels
    [InlineData("2026-11-23", "09:01", null)]
    public async Task Refuses_the_past(string day, string hour, string? field)
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = await office.FormAsync();
        (form.Day, form.Hour) = (day, hour);

        var (_, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);

        Assert.Equal(field, problems.FirstOrDefault()?.Field);
    }

    [Theory]
    [InlineData("9999-12-31", typeof(DayFarOff)), InlineData("2031-11-24", typeof(DayFarOff)), InlineData("1900-01-01", typeof(StartsInThePast)), InlineData("0026-11-24", typeof(DayNotGiven))]
    public async Task Has_nothing_to_choose_from_on_a_day_that_is_a_slip_of_the_pen(string day, Type why)
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = await office.FormAsync();
        form.Day = day;

        var choices = await office.Get<MeetingPlanning>().ChoicesAsync(PlanningOffice.Secretary, form, default);
        var (_, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);

        Assert.Null(choices.Notice);
        Assert.Equal(("day", why), (problems.Single().Field, problems.Single().Why.GetType()));
    }

    [Fact]
    public async Task Proposes_a_composition_that_is_complete_and_names_what_another_lacks()
    {
        await using var office = await PlanningOffice.OnAsync();
        var form = await office.FormAsync("enlarged", null);
        var choices = await office.Get<MeetingPlanning>().ChoicesAsync(PlanningOffice.Secretary, form, default);
        Assert.True(choices.IsComposed);
        Assert.Empty(office.Get<MeetingPlanning>().Lacking(choices.Commission, choices.Chamber!, form.Seats));

        form.Seats.RemoveWhere(id => choices.Commission.Seats.Any(s => s.Id == id && s is { Section: "nl", Group.Value: "unions" }));
        var (id, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);

        Assert.Null(id);
        Assert.Contains(problems, p => p.Why is TooFewOfSection { Group.Value: "unions", Section: "nl" });
        Assert.Contains(problems, p => p.Why is WrongNumberOfSeats { Group.Value: "unions" });
    }

    [Fact]
    public async Task Warns_of_a_short_notice_and_of_another_meeting_that_day()
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.PlanAsync(change: form => form.Day = "2026-12-03");
        var form = await office.FormAsync();
        form.Day = "2026-12-03";

        var choices = await office.Get<MeetingPlanning>().ChoicesAsync(PlanningOffice.Secretary, form, default);

        Assert.Single(choices.SameDay);
        Assert.Equal((false, true), (choices.Notice!.IsInTime, choices.Notice.IsInTimeWithApproval));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Orders_the_agenda_and_lets_no_one_move_what_they_do_not_see(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await office.PlanAsync(points: 3);
        var agenda = office.Get<AgendaPlanning>();
        var shown = Order(await office.ReadAsync(id));

        Assert.Null(await agenda.MoveAsync(PlanningOffice.Secretary, id, shown[2], 1, shown, default));
        Assert.Equal([shown[2], shown[0], shown[1]], Order(await office.ReadAsync(id)));
        Assert.IsType<AgendaChangedMeanwhile>(await agenda.MoveAsync(PlanningOffice.Secretary, id, shown[0], 3, shown, default));
        Assert.Null(await agenda.MoveAsync(PlanningOffice.Secretary, id, shown[2], 99, Order(await office.ReadAsync(id)), default));
        Assert.Equal(shown, Order(await office.ReadAsync(id)));
        Assert.Null(await agenda.RemoveAsync(PlanningOffice.Secretary, id, shown[0], default));
        Assert.Equal([1, 2], (await office.ReadAsync(id)).Agenda.Select(l => l.Position).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Loses_nothing_when_several_write_at_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await office.PlanAsync(points: 0);
        var agenda = office.Get<AgendaPlanning>();

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(n => Task.Run(() => agenda.AddPointAsync(
            PlanningOffice.Secretary, id, new Dictionary<string, string> { ["fr"] = $"Point {n}" }, 5, default))));

        Assert.All(answers, Assert.Null);
        Assert.Equal([1, 2, 3, 4, 5], (await office.ReadAsync(id)).Agenda.Select(l => l.Position).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Puts_a_file_on_one_agenda_only_and_has_it_wait_again(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (mine, other) = (await office.AddFileAsync("2026-FR-1"), await office.AddFileAsync("2026-NL-1", "nl"));
        var referred = await office.AddFileAsync("2026-FR-2", referredTo: new("enlarged"));
        var (one, two) = (await office.PlanAsync(0), await office.PlanAsync(0, form => form.Day = "2027-01-12"));
        var agenda = office.Get<AgendaPlanning>();

        Assert.Equal([mine.Id], (await office.Get<AgendaBuilding>().OfAsync(PlanningOffice.Secretary, one, default))!.Files.Select(f => f.File.Id));
        Assert.IsType<FileNotReady>(await agenda.AddFilesAsync(PlanningOffice.Secretary, one, [other.Id], 6, default));
        var answers = await Task.WhenAll(new[] { one, two }.Select(m => Task.Run(() => agenda.AddFilesAsync(PlanningOffice.Secretary, m, [mine.Id], 6, default))));
        Assert.Single(answers, why => why is null);
        Assert.Single(answers, why => why is FileNotReady);

        var holder = answers[0] is null ? one : two;
        Assert.Null(await agenda.RemoveAsync(PlanningOffice.Secretary, holder, (await office.ReadAsync(holder)).Agenda[0].Id, default));
        Assert.Equal(FileState.Ready, await StateAsync(office, mine));

        var enlarged = await office.PlanAsync(0, formation: "enlarged", section: null);
        Assert.Equal([referred.Id], (await office.Get<AgendaBuilding>().OfAsync(PlanningOffice.Secretary, enlarged, default))!.Files.Select(f => f.File.Id));
        Assert.Null(await agenda.AddFilesAsync(PlanningOffice.Secretary, enlarged, [referred.Id], 15, default));
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, enlarged, "Grève", default));
        Assert.Equal(FileState.Referred, await StateAsync(office, referred));
    }

    [Fact]
    public async Task Tells_the_second_of_two_secretaries_and_keeps_what_was_typed()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        var (meeting, changes) = (await office.ReadAsync(id), office.Get<MeetingChanges>());
        var (hers, his) = (MeetingForm.Of(meeting), MeetingForm.Of(meeting));
        (hers.Place, his.Place) = ("Salle Ensor", "Salle Delvaux");
        Assert.Empty(await changes.SaveFactsAsync(PlanningOffice.Secretary, id, MeetingFacts.Of(meeting), hers, default));

        var problems = await changes.SaveFactsAsync(PlanningOffice.Secretary, id, MeetingFacts.Of(meeting), his, default);

        Assert.IsType<FactsChangedMeanwhile>(Assert.Single(problems).Why);
        Assert.Equal(("Salle Delvaux", "Salle Ensor"), (his.Place, (await office.ReadAsync(id)).Place));
        Assert.Empty(await changes.SaveFactsAsync(PlanningOffice.Secretary, id, MeetingFacts.Of(await office.ReadAsync(id)), his, default));
    }

    [Fact]
    public async Task Is_settled_once_the_meeting_sits()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        await office.DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == id).State = MeetingState.Open);

        Assert.IsType<PlanIsSettled>(await office.Get<AgendaPlanning>().AddPointAsync(PlanningOffice.Secretary, id, new Dictionary<string, string> { ["fr"] = "Point" }, 5, default));
        Assert.IsType<PlanIsSettled>(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Trop tard", default));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("choices")]
    [InlineData("save")]
    [InlineData("cancel")]
    [InlineData("seats")]
    [InlineData("waiting")]
    [InlineData("add files")]
    [InlineData("add point")]
    [InlineData("move")]
    [InlineData("minutes")]
    [InlineData("remove")]
    [InlineData("order")]
    [InlineData("withdraw")]
    [InlineData("send again")]
    [InlineData("convocations")]
    [InlineData("add paper")]
    [InlineData("remove paper")]
    [InlineData("screens")]
    [InlineData("new screen")]
    [InlineData("revoke screen")]
    public async Task Is_for_the_secretariat_and_asked_by_the_act_itself(string act)
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        var meeting = await office.ReadAsync(id);
        var (form, item) = (MeetingForm.Of(meeting), meeting.Agenda[0].Id);
        using var paper = new MemoryStream(APaper.Pdf());
        Func<ClaimsPrincipal, Task> does = act switch
        {
            "create" => who => office.Get<MeetingPlanning>().CreateAsync(who, form, default),
            "choices" => who => office.Get<MeetingPlanning>().ChoicesAsync(who, form, default),
            "save" => who => office.Get<MeetingChanges>().SaveFactsAsync(who, id, MeetingFacts.Of(meeting), form, default),
            "cancel" => who => office.Get<MeetingChanges>().CancelAsync(who, id, "", default),
            "seats" => who => office.Get<MeetingChanges>().SaveSeatsAsync(who, id, [.. form.Seats], form, default),
            "waiting" => who => office.Get<AgendaBuilding>().OfAsync(who, id, default),
            "add files" => who => office.Get<AgendaPlanning>().AddFilesAsync(who, id, [], -1, default),
            "add point" => who => office.Get<AgendaPlanning>().AddPointAsync(who, id, new Dictionary<string, string>(), -1, default),
            "move" => who => office.Get<AgendaPlanning>().MoveAsync(who, id, item, 1, [], default),
            "minutes" => who => office.Get<AgendaPlanning>().SetMinutesAsync(who, id, item, -1, default),
            "remove" => who => office.Get<AgendaPlanning>().RemoveAsync(who, id, new(Guid.NewGuid()), default),
            "order" => who => office.Get<ConvocationDesk>().OrderAsync(who, id, null, null, default),
            "withdraw" => who => office.Get<ConvocationDesk>().WithdrawAsync(who, id, default),
            "send again" => who => office.Get<ConvocationDesk>().SendAgainAsync(who, id, new(Guid.NewGuid()), default),
            "convocations" => who => office.Get<ConvocationStatus>().ListAsync(who, id, default),
            "add paper" => who => office.Get<PaperDesk>().AddAsync(who, id, item, "a.pdf", paper, default),
            "remove paper" => who => office.Get<PaperDesk>().RemoveAsync(who, id, Guid.NewGuid(), default),
            "screens" => who => office.Get<BigScreens>().OfAsync(who, id, default),
            "new screen" => who => office.Get<BigScreens>().CreateAsync(who, id, default),
            _ => who => office.Get<BigScreens>().RevokeAsync(who, "no-such-key", default),
        };
        var outcomes = new List<string>();
        foreach (var who in new[] { Who.Nobody, Who.With(), Who.With(Roles.Secretariat), Who.With(Roles.Jurist), Who.With(Roles.Administrator) })
            outcomes.Add(await Record.ExceptionAsync(() => does(who)) switch { null => "+", UnauthorizedAccessException => "-", var fault => fault.ToString() });

        Assert.Equal("- - + - -", string.Join(' ', outcomes));
    }

    [Fact]
    public async Task Shows_a_meeting_to_whom_it_concerns_only()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        var commission = await office.CommissionAsync();
        var (mine, others) = (await office.ChamberAsync(), await office.ChamberAsync(section: "nl"));

        foreach (var member in mine.Members)
        {
            Assert.NotNull(await office.Get<MeetingReading>().ReadAsync(Who.With(member.Id), id, default));
            Assert.Single((await office.Get<MeetingList>().ReadAsync(Who.With(member.Id), new(), default)).Ahead);
        }
        var stranger = others.Members.First(p => mine.Members.All(m => m.Id != p.Id)).Id;
        Assert.Null(await office.Get<MeetingReading>().ReadAsync(Who.With(stranger), id, default));
        Assert.Empty((await office.Get<MeetingList>().ReadAsync(Who.With(stranger), new(), default)).Ahead);
        Assert.Null(await office.Get<MeetingReading>().ReadAsync(Who.With(commission.President!.Id, Roles.Administrator), id, default));
        Assert.NotNull(await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default));
    }

    private static ItemId[] Order(PlannedMeeting meeting) => [.. meeting.Agenda.OrderBy(l => l.Position).Select(l => l.Id)];

    private static async Task<FileState> StateAsync(PlanningOffice office, ApplicationFile file)
    {
        await using var db = office.Databases.CreateDbContext();
        return (await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == file.Id)).State;
    }
}
