using WitaLive.App.Calendar;
using WitaLive.App.Convening;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Calendar;

public class BuildingAnAgenda
{
    private static readonly IReadOnlyDictionary<string, string> s_titles = new Dictionary<string, string> { ["fr"] = "Budget", ["nl"] = "Begroting" };

    [Theory, OnSqlite, OnPostgres]
    public async Task Puts_the_oldest_legal_date_first_and_says_how_long_is_left(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var meeting = await office.PlanAsync(points: 0); // 5 January 2027
        foreach (var (number, due) in new[] { ("2026-FR-1", "2027-02-01"), ("2026-FR-2", ""), ("2026-FR-3", "2026-12-24"), ("2026-FR-4", "2026-11-20"), ("2026-FR-5", "2027-01-05") })
            await AddFileAsync(office, number, due);

        var queue = (await office.Get<AgendaBuilding>().OfAsync(PlanningOffice.Secretary, meeting, default))!;

        Assert.Equal(["2026-FR-4", "2026-FR-3", "2026-FR-5", "2026-FR-1", "2026-FR-2"], queue.Files.Select(f => f.File.Number));
        Assert.Equal([-3, 31, 43, 70, null], queue.Files.Select(f => f.DaysLeft));
        Assert.Equal([LastChance.Overdue, LastChance.NoMeeting, LastChance.Fine, LastChance.Fine, LastChance.Fine], queue.Files.Select(f => f.Chance));
        Assert.All(queue.Files, file => Assert.Equal((6, 0), (file.Usual.Minutes, file.Usual.PastItems))); // nothing to learn from yet
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Says_early_that_the_last_meeting_before_a_legal_date_is_almost_full(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var meeting = await office.PlanAsync(points: 0);
        await AddFileAsync(office, "2026-FR-1", "2027-01-20");
        Assert.Null(await AddPointAsync(office, meeting, 166));
        var building = office.Get<AgendaBuilding>();

        var waiting = Assert.Single((await building.OfAsync(PlanningOffice.Secretary, meeting, default))!.Files);
        Assert.Equal((LastChance.AlmostFull, 92, new DateOnly(2027, 1, 5)), (waiting.Chance, waiting.Last!.Percent, waiting.Last.Day));
        Assert.Null(await AddPointAsync(office, meeting, 14));
        Assert.Equal(LastChance.Full, Assert.Single((await building.OfAsync(PlanningOffice.Secretary, meeting, default))!.Files).Chance);
        await APrivateCalendar.ProvisionalAsync(office, from: "2027-01-19"); // a provisional date is room, too
        var queue = Assert.Single(await building.AllAsync(PlanningOffice.Secretary, default), q => q.Chamber.Number == 1 && q.Chamber.Section == "fr");
        Assert.Equal((LastChance.Fine, 0), (queue.Files[0].Chance, queue.Files[0].Last!.Percent));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Learns_the_minutes_of_a_kind_from_the_chambers_own_past(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await HoldAsync(office, await office.PlanAsync(points: 0), 8, 9, 10, 11, 90);
        var next = await office.PlanAsync(points: 0, change: form => form.Day = "2027-01-12");
        var dutch = await office.PlanAsync(points: 0, section: "nl");
        var (file, appeal, other) = (
            await AddFileAsync(office, "2026-FR-1", ""), await AddFileAsync(office, "2026-FR-2", "", kind: "appeal"), await office.AddFileAsync("2026-NL-1", "nl"));

        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, next, [file.Id, appeal.Id], null, default));
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, dutch, [other.Id], null, default));

        Assert.Equal([10, 10], (await office.ReadAsync(next)).Agenda.OrderBy(l => l.Position).Select(l => l.Minutes)); // the median of five; the setting for an appeal
        Assert.Equal(6, Assert.Single((await office.ReadAsync(dutch)).Agenda).Minutes); // another chamber has its own past
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_a_hearing_at_its_hour(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await office.PlanAsync(points: 3); // 14:00, ten minutes each
        var (agenda, lines) = (office.Get<AgendaPlanning>(), (await office.ReadAsync(id)).Agenda.OrderBy(l => l.Position).ToList());

        Assert.Null(await agenda.SetHourAsync(PlanningOffice.Secretary, id, lines[1].Id, new(15, 0), default));
        foreach (var hour in new TimeOnly[] { new(13, 59), new(17, 0) })
            Assert.IsType<HourOutsideMeeting>(await agenda.SetHourAsync(PlanningOffice.Secretary, id, lines[2].Id, hour, default));
        var sheet = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;

        Assert.Equal([0, 60, 70], sheet.Times.Items.Select(t => (t.Start - sheet.Meeting.StartsAt).TotalMinutes));
        Assert.Equal((80, 16), ((sheet.Times.End - sheet.Meeting.StartsAt).TotalMinutes, sheet.Load.Percent));
        Assert.Null(await agenda.SetHourAsync(PlanningOffice.Secretary, id, lines[1].Id, null, default));
        Assert.Null((await office.ReadAsync(id)).Agenda.Single(l => l.Id == lines[1].Id).FixedHour);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_a_late_item_only_on_a_members_request_a_week_before(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await office.PlanAsync();
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        var (member, stranger) = ((await office.ChamberAsync()).Chair!.Id, (await office.ChamberAsync(section: "nl")).Chair!.Id);
        office.Clock.Advance(TimeSpan.FromDays(38)); // 31 December: five days before

        Assert.Equal(new AgendaClosed(new(2026, 12, 29)), await AddPointAsync(office, id, 10));
        Assert.IsType<RequesterNotMember>(await AddPointAsync(office, id, 10, new(stranger, new(2026, 12, 28))));
        Assert.IsType<RequestTooLate>(await AddPointAsync(office, id, 10, new(member, new(2026, 12, 30))));
        Assert.IsType<RequestInFuture>(await AddPointAsync(office, id, 10, new(member, new(2027, 1, 1))));
        var file = await office.AddFileAsync("2026-FR-9");
        Assert.IsType<AgendaClosed>(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 5, default));
        Assert.Null(await AddPointAsync(office, id, 10, new(member, new(2026, 12, 29))));

        var added = (await office.ReadAsync(id)).Agenda.Single(l => l.RequestedBy is not null);
        Assert.Equal((member, new DateOnly(2026, 12, 29)), (added.RequestedBy, added.RequestedOn));
    }

    [Fact]
    public async Task Takes_no_draft_into_a_plenary_within_a_week()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (plenary, restricted) = (await office.PlanAsync(points: 1, formation: "plenary", section: null), await office.PlanAsync(points: 0));
        office.Clock.Advance(TimeSpan.FromDays(36)); // 29 December: a week before
        Assert.Null(await AddPointAsync(office, plenary, 10));
        office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new DateOnly(2026, 12, 29), Assert.IsType<DraftTooLate>(await AddPointAsync(office, plenary, 10)).Latest);
        Assert.Null(await AddPointAsync(office, restricted, 10));
    }

    private static Task<Refusal?> AddPointAsync(PlanningOffice office, MeetingId id, int minutes, LateRequest? request = null) =>
        office.Get<AgendaPlanning>().AddPointAsync(PlanningOffice.Secretary, id, s_titles, minutes, default, request);

    private static async Task<ApplicationFile> AddFileAsync(PlanningOffice office, string number, string due, string kind = "application")
    {
        var file = new ApplicationFile
        {
            Id = new(Guid.NewGuid()), Number = number, Kind = kind, Applicant = "Ysaline Grosdent", Language = "fr", Domain = "plasticArts", State = FileState.Ready,
            DueOn = due.Length == 0 ? null : DateOnly.Parse(due, null),
        };
        await office.DoAsync(db => db.Add(file));
        return file;
    }

    // A meeting that has been: an application for each of these minutes, one after the other.
    private static async Task HoldAsync(PlanningOffice office, MeetingId id, params int[] minutes)
    {
        var plan = A.Restricted(minutes.Length);
        var (at, events) = (A.Start, new List<MeetingEvent> { new MeetingPrepared(plan) { At = A.Start } });
        foreach (var (item, spent) in plan.Agenda.Zip(minutes))
        {
            await office.DoAsync(db => db.Add(new ApplicationFile
            {
                Id = item.File!.Value, Number = item.Reference!, Kind = "application", Applicant = "Ysaline Grosdent", Language = "fr", State = FileState.OnAgenda,
            }));
            events.Add(new ItemCalled(item.Id) { At = at });
            at = at.AddMinutes(spent);
            events.Add(new ItemConcluded(item.Id, ConclusionKind.Decided, "plus", null, null, null) { At = at });
        }
        events.Add(new MeetingClosed { At = at });
        await office.Get<MeetingJournal>().AppendAsync(id, 0, new Meeting().After([.. events]), events);
    }
}
