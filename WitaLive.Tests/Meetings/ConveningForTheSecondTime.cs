using WitaLive.App.Convening;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

public class ConveningForTheSecondTime
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_over_what_was_left_with_its_papers_and_says_so_in_the_mail(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (first, file) = await FailedAsync(office);
        var form = await office.FormAsync();
        (form.First, form.Day) = (first.Value.ToString(), "2026-12-22");
        var (byMail, onPaper) = await office.Get<SecondProposals>().WrittenToAsync(PlanningOffice.Secretary, first, new(2026, 12, 22), default);

        var (second, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);

        Assert.Empty(problems);
        var (failed, again) = (await office.ReadAsync(first), await office.ReadAsync(second!.Value));
        Assert.Equal(failed.Agenda.OrderBy(l => l.Position).Select(l => (l.Position, l.FileId, l.Minutes)), again.Agenda.OrderBy(l => l.Position).Select(l => (l.Position, l.FileId, l.Minutes)));
        Assert.Empty(failed.Agenda.Select(l => l.Id).Intersect(again.Agenda.Select(l => l.Id)));
        Assert.True(again.SecondConvocation);
        var paper = Assert.Single(again.Agenda.SelectMany(l => l.Papers));
        await using (var content = (await office.Get<PaperReading>().OpenAsync(PlanningOffice.Secretary, paper.Id, default))!.Value.Content)
            Assert.Equal(APaper.Pdf().Length, content.Length);
        await using (var db = office.Databases.CreateDbContext())
            Assert.Equal(FileState.OnAgenda, (await db.FindAsync<ApplicationFile>(file))!.State);

        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, second.Value, null, null, default));
        await office.Convener().RunAsync(default);
        Assert.Equal((byMail, 0), ((await office.MailsAsync(second.Value)).Count, onPaper)); // as the planner was told beforehand
        Assert.All((await office.MailsAsync(second.Value)).Where(m => m.Language == "fr"), m => Assert.StartsWith("Seconde convocation", m.Subject, StringComparison.Ordinal));

        var (third, refused) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);
        Assert.Null(third);
        Assert.IsType<NoSecondConvocation>(Assert.Single(refused).Why);
    }

    [Theory]
    [InlineData("2027-01-01", true)]
    [InlineData("2027-01-02", false)] // later than a month after 1 December
    public async Task Is_within_a_month(string day, bool allowed)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (first, _) = await FailedAsync(office);
        var form = await office.FormAsync();
        (form.First, form.Day) = (first.Value.ToString(), day);

        var (_, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);

        Assert.Equal(allowed, problems.IsEmpty);
        Assert.All(problems, p => Assert.IsType<SecondNotThatDay>(p.Why));
    }

    [Fact]
    public async Task Begins_on_another_day_with_everything_as_it_was()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (first, _) = await FailedAsync(office);
        var planning = office.Get<MeetingPlanning>();

        var form = await planning.FormOfSecondAsync(PlanningOffice.Secretary, first, default);

        Assert.Equal((first, (await office.ReadAsync(first)).ChamberId, "", "14:00", "Salle Horta"), (form.FirstId!.Value, form.ChamberId!.Value, form.Day, form.Hour, form.Place));
        form.Day = "2026-12-22";
        var (second, _) = await planning.CreateAsync(PlanningOffice.Secretary, form, default);
        Assert.True((await office.ReadAsync(second!.Value)).SecondConvocation);
        Assert.Null((await planning.FormOfSecondAsync(PlanningOffice.Secretary, first, default)).FirstId); // it waits no more
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => planning.FormOfSecondAsync(Who.With(new PersonId(Guid.NewGuid())), first, default));
    }

    // Nobody came: the secretariat adjourns.
    [Fact]
    public async Task Follows_no_meeting_to_which_nobody_was_convened()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (first, _) = await FailedAsync(office);
        await office.DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == first).ConvenedAt = null);
        var form = await office.Get<MeetingPlanning>().FormOfSecondAsync(PlanningOffice.Secretary, first, default);
        Assert.Equal("", form.First);
    }

    private static async Task<(MeetingId Meeting, FileId File)> FailedAsync(PlanningOffice office)
    {
        var file = await office.AddFileAsync("2026-FR-0500");
        var id = await office.PlanAsync(1, form => form.Day = "2026-12-01");
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 6, default));
        using var paper = new MemoryStream(APaper.Pdf());
        Assert.Null(await office.Get<PaperDesk>().AddAsync(PlanningOffice.Secretary, id, (await office.ReadAsync(id)).Agenda[0].Id, "Note.pdf", paper, default));
        await office.ConveneAsync(id);
        var room = await office.Get<RoomDoor>().EnterAsync(id);
        office.Clock.Advance(room!.Meeting.Plan!.StartsAt - office.Clock.GetUtcNow());
        Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(await room.SendAsync(new AdjournMeeting(), new(new(Guid.NewGuid()), IsSecretariat: true)));
        return (id, file.Id);
    }
}
