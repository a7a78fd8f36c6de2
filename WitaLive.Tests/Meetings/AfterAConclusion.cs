using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

/// <summary>Where a file waits after a meeting dealt with it, and who is told.</summary>
public class AfterAConclusion
{
    [Fact]
    public async Task A_file_without_a_majority_in_the_enlarged_chamber_waits_for_its_next_meeting_and_the_President_is_told()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, file, room) = await SittingAsync(office, "enlarged", new("enlarged"));

        await VoteAsync(room, Choice.Against);
        await DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        Assert.Equal(["enlarged"], await WaitsForAsync(office, file));
        var president = room.Meeting.Plan!.Presiders.First(p => p.Role == Office.President).Person;
        var mail = Assert.Single(await office.MailsAsync(id), m => m.PersonId == president);
        Assert.Equal(office.Clock.GetUtcNow() + TimeSpan.FromMinutes(10), mail.DueAt);
        Assert.Contains(office.Get<Names>().Of(new FormationCode("enlarged"), new CultureInfo(mail.Language)), mail.Text, StringComparison.Ordinal);

        var next = await office.PlanAsync(0, form => form.Day = "2027-01-13", "enlarged", null);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, next, [file], 10, default));
        Assert.All(await office.MailsAsync(id), m => Assert.Null(m.CancelledAt)); // brought to the attention of the President all the same
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_to_be_done_is_told_to_every_secretary_who_was_there_or_to_all_of_them(bool signs)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, _, room) = await SittingAsync(office, "enlarged", new("enlarged"));
        var all = room.Meeting.Plan!.Attendants.Where(a => a.Capacity is Capacity.Secretary).Select(a => a.Person).ToList();
        Assert.True(all.Count > 2);
        foreach (var secretary in signs ? all.Take(2) : [])
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(secretary, AttendanceMode.OnSite), new(secretary, IsSecretariat: true)));

        await VoteAsync(room, Choice.Against);
        await DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        var told = (await office.MailsAsync(id)).Select(m => m.PersonId!.Value).Intersect(all);
        Assert.Equal((signs ? all.Take(2) : all).OrderBy(p => p.Value), told.OrderBy(p => p.Value));
    }

    [Fact]
    public async Task Its_papers_stay_as_they_were_until_it_is_undone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, _, room) = await SittingAsync(office, "enlarged", new("enlarged"));
        var item = room.Meeting.Items[0].Id;
        Assert.Null(await AddAsync());
        var paper = (await office.ReadAsync(id)).Agenda.Single(line => line.Id == item).Papers.Single().Id;
        await VoteAsync(room, Choice.Against);
        await DoAsync(room, room.Meeting.ByRule(item)!);

        Assert.IsType<ItemConcludedAlready>(await AddAsync());
        Assert.IsType<ItemConcludedAlready>(await office.Get<PaperDesk>().RemoveAsync(PlanningOffice.Secretary, id, paper, default));
        Assert.Single((await office.ReadAsync(id)).Agenda.Single(line => line.Id == item).Papers);

        await DoAsync(room, new UndoConclusion(item));
        Assert.Null(await AddAsync());

        async Task<Refusal?> AddAsync()
        {
            using var stream = new MemoryStream(APaper.Pdf(100));
            return await office.Get<PaperDesk>().AddAsync(PlanningOffice.Secretary, id, item, "note.pdf", stream, default);
        }
    }

    [Fact]
    public async Task Is_recorded_also_when_no_mail_reaches_the_President()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, _, room) = await SittingAsync(office, "enlarged", new("enlarged"));
        var president = room.Meeting.Plan!.Presiders.First(p => p.Role == Office.President).Person;
        await using (var db = office.Databases.CreateDbContext())
            await db.Persons.Where(p => p.Id == president).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, "présidence@example.be"));

        await VoteAsync(room, Choice.Against);
        await DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        Assert.NotNull(room.Meeting.Items[0].Conclusion);
        Assert.DoesNotContain(await office.MailsAsync(id), m => m.PersonId == president);
    }

    [Fact]
    public async Task Undone_in_the_enlarged_chamber_it_stays_a_file_referred_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, file, room) = await SittingAsync(office, "enlarged", new("enlarged"));
        await VoteAsync(room, Choice.Against);
        await DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        await DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        Assert.Empty(await WaitsForAsync(office, file, "2027-01-13")); // it stands on this agenda again
        Assert.All(await office.MailsAsync(id), m => Assert.NotNull(m.CancelledAt));

        await DoAsync(room, new AnnulBallot(room.Meeting.Ballot!.Id, "wrong question"));
        await DoAsync(room, new CloseMeeting("late"));
        Assert.Equal(["enlarged"], await WaitsForAsync(office, file, "2027-01-14"));
    }

    [Fact]
    public async Task A_demo_file_of_the_enlarged_chamber_that_is_put_off_waits_for_its_next_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.Get<DemoMeetings>().LoadAsync(Path.Combine(Demo.Shipped.Shipped, "demo", "meetings.json"));
        PlannedMeeting meeting;
        await using (var db = office.Databases.CreateDbContext())
            meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Formation == new FormationCode("enlarged"));
        var file = meeting.Agenda.OrderBy(l => l.Position).First().FileId!.Value;
        var room = (await office.Get<RoomDoor>().EnterAsync(meeting.Id))!;
        office.Clock.Advance(meeting.StartsAt - office.Clock.GetUtcNow());
        var president = room.Meeting.Plan!.Presiders[0].Person;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(president, AttendanceMode.OnSite), new(president)));
        await DoAsync(room, new OpenMeeting());

        await DoAsync(room, new CloseMeeting("no time left"));

        Assert.Equal(["enlarged"], await WaitsForAsync(office, file, "2027-01-13"));
    }

    [Fact]
    public async Task Without_unanimity_in_a_restricted_chamber_it_waits_for_the_enlarged_one_until_that_is_undone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, file, room) = await SittingAsync(office, "restricted", null);
        await VoteAsync(room, Choice.Abstain);

        await DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal(["enlarged"], await WaitsForAsync(office, file));

        await DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        await DoAsync(room, new AnnulBallot(room.Meeting.Ballot!.Id, "wrong question"));
        await DoAsync(room, new ConcludeItems([room.Meeting.Items[0].Id], ConclusionKind.Postponed, Reason: "late"));
        Assert.Equal(["restricted"], await WaitsForAsync(office, file, "2027-01-13"));
    }

    [Theory, OnSqlite, OnPostgres] // or it could be decided twice
    public async Task Is_not_undone_while_another_agenda_has_its_file(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (_, imported, room) = await SittingAsync(office, "restricted", null);
        var item = room.Meeting.Items[0].Id;
        await VoteAsync(room, Choice.Abstain);
        await DoAsync(room, room.Meeting.ByRule(item)!);

        await TakesUpAndLetsGoAsync(office, room, imported);
    }

    [Fact]
    public async Task Nor_is_that_of_a_file_that_came_in_here()
    {
        await using var office = await PlanningOffice.OnAsync();
        var file = await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await VoteAsync(room, Choice.Abstain);
        await DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        await TakesUpAndLetsGoAsync(office, room, file);
    }

    private static async Task TakesUpAndLetsGoAsync(PlanningOffice office, MeetingRoom room, FileId file)
    {
        var (item, agenda) = (room.Meeting.Items[0].Id, office.Get<AgendaPlanning>());
        var next = await office.PlanAsync(0, form => form.Day = "2027-01-12", "enlarged", null);
        Assert.Null(await agenda.AddFilesAsync(PlanningOffice.Secretary, next, [file], 10, default));

        var outcome = await room.SendAsync(new UndoConclusion(item), new(room.Meeting.InTheChair!.Person));
        Assert.IsType<FileStandsElsewhere>(Assert.IsType<Outcome.Refused>(outcome).Why);
        Assert.Equal(ConclusionKind.Referred, room.Meeting.ItemOf(item)!.Conclusion!.Kind);
        Assert.Empty(office.Faults);

        Assert.Null(await agenda.RemoveAsync(PlanningOffice.Secretary, next, (await office.ReadAsync(next)).Agenda.Single(line => line.FileId == file).Id, default));
        await DoAsync(room, new UndoConclusion(item));
        Assert.Null(room.Meeting.ItemOf(item)!.Conclusion);
    }

    [Fact]
    public async Task In_its_room_an_added_point_can_be_adopted_and_not_decided_like_a_file()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, _, room) = await SittingAsync(office, "restricted", null);
        var point = room.Meeting.Items[0].Planned with { Id = new(Guid.NewGuid()), File = null };

        var outcome = await room.SendAsync(new AddUrgentItem(point, "deadline"), new(room.Meeting.InTheChair!.Person));

        Assert.Equal(new UnknownOption("plus"), Assert.IsType<Outcome.Refused>(outcome).Why);
        await DoAsync(room, new AddUrgentItem(point with { Outcomes = ["adopted"] }, "deadline"));
    }

    private static async Task<(MeetingId Id, FileId File, MeetingRoom Room)> SittingAsync(PlanningOffice office, string formation, FormationCode? referredTo)
    {
        var file = await office.AddFileAsync("2026-FR-0700", referredTo: referredTo);
        var id = await office.PlanAsync(0, formation: formation, section: formation == "restricted" ? "fr" : null);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 6, default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective).Append(room.Meeting.Plan.Presiders[0].Person).Distinct().ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(person, AttendanceMode.OnSite), new(person)));
        await DoAsync(room, new OpenMeeting());
        await DoAsync(room, new CallItem(room.Meeting.Items[0].Id));
        return (id, file.Id, room);
    }

    private static async Task VoteAsync(MeetingRoom room, Choice choice)
    {
        await DoAsync(room, new OpenBallot(new(Guid.NewGuid()), [room.Meeting.Items[0].Id], ["plus"]));
        foreach (var seat in room.Meeting.VotingSeats(room.Meeting.Ballot!))
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new CastVote(new(Guid.NewGuid()), room.Meeting.Ballot!.Id, seat.Seat, choice), new(seat.Voter)));
        await DoAsync(room, new CloseBallot(room.Meeting.Ballot!.Id));
    }

    private static async Task DoAsync(MeetingRoom room, MeetingCommand command) =>
        Assert.IsType<Outcome.Ok>(await room.SendAsync(command, new(room.Meeting.InTheChair!.Person)));

    // The formations whose next meeting could take the file.
    private static async Task<string[]> WaitsForAsync(PlanningOffice office, FileId file, string day = "2027-01-12")
    {
        var found = new List<string>();
        foreach (var (formation, section) in new (string, string?)[] { ("restricted", "fr"), ("enlarged", null) })
        {
            var next = await office.PlanAsync(0, form => form.Day = day, formation, section);
            if ((await office.Get<AgendaBuilding>().OfAsync(PlanningOffice.Secretary, next, default))!.Files.Any(f => f.File.Id == file))
                found.Add(formation);
        }
        return [.. found];
    }
}
