using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Evocation;
using WitaLive.App.Files;
using WitaLive.App.Letters;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Evocation;

/// <summary>What a file that went to the other chamber leaves behind on the agenda where it stood.</summary>
public class AnEvokedFile
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_no_time_of_the_meeting_that_does_not_deal_with_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item) = await AskingForAFile.AskedAsync(office);
        Assert.Null(await office.Get<AgendaPlanning>().SetHourAsync(PlanningOffice.Secretary, id, item, new(16, 0), default)); // a hearing that will not be
        var letters = (await office.MailsAsync(id)).Count(m => m.Purpose == MeetingLetters.Purpose);
        Assert.Equal((20, 130, 20), await MinutesAsync(office, id));

        await AcceptAsync(office, id, item);

        Assert.Equal((10, 10, 10), await MinutesAsync(office, id));
        var meeting = await office.ReadAsync(id);
        Assert.Equal((180, 10), (meeting.Minutes, meeting.Agenda.Single(l => l.Id == item).Minutes)); // what was convened stays as it was
        Assert.Equal(letters, (await office.MailsAsync(id)).Count(m => m.Purpose == MeetingLetters.Purpose));
    }

    [Fact]
    public async Task Is_said_to_be_elsewhere_in_what_goes_out_afterwards()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        await AcceptAsync(office, id, item);
        var seat = (await office.ChamberAsync()).Seats.First(s => s is { Effective: not null, Substitute: not null });

        Assert.Null(await office.Get<App.Answers.AnswerDesk>().AnswerAsync(Who.With(seat.Effective!.Id), id, WitaLive.Domain.Answers.AnswerKind.Absent, "malade", default));

        var called = Assert.Single(await office.MailsAsync(id), m => m.PersonId == seat.Substitute!.Id && m.Purpose == MeetingLetters.Purpose);
        Assert.Contains(called.Language is "nl" ? "gaat naar een andere kamer" : "renvoyé à une autre chambre", called.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_no_minutes_on_the_page_any_more()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);

        await AcceptAsync(office, id, item);

        await using var page = await APage.OpenAsync<MeetingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = id.Value });
        Assert.Contains("Items: 2. Minutes: 10. Forecast end: 14:10.", await page.TextAsync(), StringComparison.Ordinal);
        var html = await page.HtmlAsync();
        Assert.DoesNotContain($"minutes-{item.Value}", html, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "aria-label=\"Take "));
    }

    [Fact]
    public async Task Takes_its_time_again_once_the_chair_has_taken_that_back()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var room = await OpenAsync(office, id);
        await AcceptAsync(office, id, item);
        Assert.NotNull((await office.ReadAsync(id)).Agenda.Single(l => l.Id == item).ReferredAt);

        await InAChamber.DoAsync(room, new UndoConclusion(item));

        Assert.Null((await office.ReadAsync(id)).Agenda.Single(l => l.Id == item).ReferredAt);
    }

    [Fact]
    public async Task Stands_in_the_report_with_both_reasons_by_their_names()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        await AcceptAsync(office, id, item);
        await InAChamber.DoAsync(await OpenAsync(office, id), new CloseMeeting("fini"));

        var report = (await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.Documents[0];

        Assert.Equal(
            [("Motif de la demande", "Portée générale"), ("Motif de la décision", "D’accord sur la portée")],
            report.Items.Single(one => one.Id == item).Facts.Where(fact => fact.Label.StartsWith("Motif", StringComparison.Ordinal)).Select(fact => (fact.Label, fact.Text)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Is_not_sent_back_by_what_happens_to_the_meeting_it_left(bool isCancelled)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var file = (await office.ReadAsync(id)).Agenda.Single(l => l.Id == item).FileId!.Value;
        await AcceptAsync(office, id, item);
        await GoesOnAsync(office, file);

        if (isCancelled)
            Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Salle inondée", default));
        else
            Assert.IsType<ItemWasReferred>(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, id, item, default)); // it says where the file went

        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(FileState.OnAgenda, (await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == file)).State); // of the enlarged chamber
    }

    [Fact]
    public async Task Waits_for_the_other_chamber_though_the_agenda_it_stood_on_is_changed()
    {
        await using var office = await PlanningOffice.OnAsync();
        var file = await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var id = await office.PlanAsync(1);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file], 10, default));
        await office.ConveneAsync(id);
        var lines = (await office.ReadAsync(id)).Agenda;
        var item = lines.Single(l => l.FileId is not null).Id;
        Assert.Null(await office.Get<EvocationDesk>().AskAsync(await AskerAsync(office), id, item, "Portée générale", default));
        await AcceptAsync(office, id, item);

        Assert.Null(await office.Get<AgendaPlanning>().SetMinutesAsync(PlanningOffice.Secretary, id, lines.Single(l => l.FileId is null).Id, 25, default));

        Assert.Equal(FileState.Referred, (await AnApplicant.ReadAsync(office, file)).File.State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stands_on_an_agenda_of_the_other_chamber_until_that_meeting_is_cancelled(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item) = await AskingForAFile.AskedAsync(office);
        await AcceptAsync(office, id, item);
        Assert.Null(await StandsOnAsync());

        var next = await GoesOnAsync(office, (await office.ReadAsync(id)).Agenda.Single(l => l.Id == item).FileId!.Value);
        Assert.Equal((await office.ReadAsync(next)).StartsAt, await StandsOnAsync());

        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, next, "Salle inondée", default));
        Assert.Null(await StandsOnAsync());

        async Task<DateTimeOffset?> StandsOnAsync() => (await OutcomesAsync(office, id, await AskerAsync(office))).Referred[item].StandsOn;
    }

    [Theory, OnSqlite, OnPostgres] // the mail that asks for it waits as long as the chair may take everything back
    public async Task Is_asked_for_by_no_mail_once_it_stands_there(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item) = await AskingForAFile.AskedAsync(office);
        await AcceptAsync(office, id, item);
        Assert.NotEmpty(await AskingAsync());
        Assert.All(await AskingAsync(), mail => Assert.Null(mail.CancelledAt));

        await GoesOnAsync(office, (await office.ReadAsync(id)).Agenda.Single(l => l.Id == item).FileId!.Value);

        Assert.All(await AskingAsync(), mail => Assert.NotNull(mail.CancelledAt));
        Assert.Contains(await office.MailsAsync(id), mail => mail.CancelledAt is null); // all others go

        async Task<List<OutgoingMail>> AskingAsync() => [.. (await office.MailsAsync(id)).Where(mail => mail.Purpose == "conclusion-place")];
    }

    [Fact]
    public async Task Is_said_to_who_asked_for_it_to_have_gone_and_when_it_will_be_dealt_with()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var (asker, chair) = (await AskerAsync(office), Who.With((await office.ChamberAsync()).Chair!.Id));
        Assert.DoesNotContain("Referred to", await TextAsync(asker), StringComparison.Ordinal);

        await AcceptAsync(office, id, item);
        foreach (var reader in new[] { asker, chair })
        {
            var agenda = await TextAsync(reader);
            Assert.Contains("Referred to: enlarged chamber Reason for the request Portée générale Reason for the decision D’accord sur la portée", agenda, StringComparison.Ordinal);
            Assert.DoesNotContain("On the agenda of", agenda, StringComparison.Ordinal);
        }

        await GoesOnAsync(office, (await office.ReadAsync(id)).Agenda.Single(l => l.Id == item).FileId!.Value);
        foreach (var reader in new[] { asker, chair })
            Assert.Contains("Referred to: enlarged chamber On the agenda of Tuesday 12 January 2027 at 14:00", await TextAsync(reader), StringComparison.Ordinal);

        async Task<string> TextAsync(ClaimsPrincipal reader)
        {
            await using var page = await APage.OpenAsync<MeetingPage>(office, reader, new() { ["Id"] = id.Value });
            var text = (await page.TextAsync()).Replace('\u00a0', ' ');
            return text[text.IndexOf(" Agenda ", StringComparison.Ordinal)..];
        }
    }

    [Fact]
    public async Task Is_all_that_who_looks_in_hears_of_how_items_end()
    {
        await using var office = await PlanningOffice.OnAsync();
        var file = await office.AddFileAsync("2026-FR-0701");
        var (id, room) = await InAChamber.SitAsync(office, file.Id);
        await office.ConveneAsync(id);
        var item = room.Meeting.Items[0].Id;
        await InAChamber.DoAsync(room, new OpenBallot(new(Guid.NewGuid()), [item], ["plus"]));
        foreach (var seat in room.Meeting.VotingSeats(room.Meeting.Ballot!))
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new CastVote(new(Guid.NewGuid()), room.Meeting.Ballot!.Id, seat.Seat, Choice.Abstain), new(seat.Voter)));
        await InAChamber.DoAsync(room, new CloseBallot(room.Meeting.Ballot!.Id));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);
        Assert.Equal(ConclusionKind.Referred, room.Meeting.ItemOf(item)!.Conclusion!.Kind);

        var (looking, sitting) = (await OutcomesAsync(office, id, await AskerAsync(office)), await OutcomesAsync(office, id, Who.With((await office.ChamberAsync()).Chair!.Id)));

        Assert.Equal((null, 0), (looking.Held, looking.Referred.Count)); // for want of unanimity: that was voted on
        Assert.Equal((true, item), (sitting.Held is not null, Assert.Single(sitting.Referred).Key));
    }

    private static async Task<Outcomes> OutcomesAsync(PlanningOffice office, MeetingId id, ClaimsPrincipal reader) =>
        await office.Get<OutcomeReading>().ReadAsync((await office.Get<MeetingReading>().ReadAsync(reader, id, default))!, App.Access.SignedInPerson.Of(reader)!.Id, default);

    private static async Task<MeetingRoom> OpenAsync(PlanningOffice office, MeetingId id)
    {
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective).ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(person, AttendanceMode.OnSite), new(person)));
        await InAChamber.DoAsync(room, new OpenMeeting());
        return room;
    }

    private static async Task AcceptAsync(PlanningOffice office, MeetingId id, ItemId item)
    {
        var (desk, chair) = (office.Get<EvocationDesk>(), Who.With((await office.ChamberAsync()).Chair!.Id));
        var askedBy = Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.AskedBy;
        Assert.Null(await desk.DecideAsync(chair, id, item, askedBy, true, "D’accord sur la portée", default));
    }

    // A week after the meeting that it left.
    private static async Task<MeetingId> GoesOnAsync(PlanningOffice office, FileId file)
    {
        var next = await office.PlanAsync(0, form => form.Day = "2027-01-12", "enlarged", null);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, next, [file], 10, default));
        return next;
    }

    private static async Task<ClaimsPrincipal> AskerAsync(PlanningOffice office) =>
        Who.With((await office.CommissionAsync()).Seats.First(s => s.Section == "nl" && s.Group == new GroupCode("administrations")).Effective!.Id);

    // What the agenda takes, until when it lasts, and what the queue of files knows of it.
    private static async Task<(int, int, int)> MinutesAsync(PlanningOffice office, MeetingId id)
    {
        var sheet = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;
        var queue = (await office.Get<AgendaBuilding>().OfAsync(PlanningOffice.Secretary, id, default))!;
        return (sheet.AgendaMinutes, (int)(sheet.Times.End - sheet.Meeting.StartsAt).TotalMinutes, queue.Meetings.Single(load => load.Meeting == id).Taken);
    }
}
