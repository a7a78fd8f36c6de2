using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Reports;

public class LendingAReport
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_asked_for_from_the_referred_file_lent_by_the_secretariat_and_read_as_long_as_the_file_is(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (lending, answers, reading) = (office.Get<ReportLending>(), office.Get<LoanAnswers>(), office.Get<ReportReading>());
        var (file, restricted) = await ReferredAsync(office);
        var enlarged = await office.PlanAsync(0, form => form.Day = "2027-02-02", "enlarged", section: null);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, enlarged, [file], 10, default));
        var others = (await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, restricted, default))!.Facts.Meeting;
        var sheet = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, enlarged, default))!;
        var member = Who.With(sheet.People.VotingSeats.Select(s => s.Effective).First(p => others.SeatOf(p) is null));
        var stranger = Who.With(others.Plan!.Seats.Select(s => s.Effective).First(p => sheet.People.VotingSeats.All(s => s.Effective != p && s.Substitute != p)));
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, restricted, default));

        // Nobody of another chamber reads it unasked, and nobody asks for what is not theirs.
        Assert.Null(await reading.ReadAsync(member, restricted, default));
        Assert.IsType<NoSuchFile>(await lending.AskAsync(stranger, enlarged, file, default));
        Assert.IsType<NoSuchFile>(await lending.AskAsync(member, restricted, file, default));
        Assert.IsType<NothingReferred>(await answers.LendAsync(PlanningOffice.Secretary, enlarged, file, default));
        Assert.Equal((restricted, null, null), Known(await lending.OfAsync(member, enlarged, file, default)));
        Assert.Null(await lending.AskAsync(member, enlarged, file, default));
        Assert.Null(await lending.AskAsync(member, enlarged, file, default));
        Assert.Null(await reading.ReadAsync(member, restricted, default)); // asked is not lent
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => answers.LendAsync(member, enlarged, file, default));
        Assert.Equal(file, Assert.Single(await lending.AskedAsync(PlanningOffice.Secretary, null, default)).File);

        Assert.Null(await answers.LendAsync(PlanningOffice.Secretary, enlarged, file, default));
        var lent = (await reading.ReadAsync(member, restricted, default))!;
        Assert.True(lent is { IsLent: true, IsSecretariat: false, IsChair: false, Loans.IsEmpty: true });
        Assert.Equal(("", true), (Named(office, lent), Named(office, (await reading.ReadAsync(PlanningOffice.Secretary, restricted, default))!).Length > 0));
        Assert.Equal("", Named(office, (await reading.ReadAsync(stranger, restricted, default))!)); // nor its own members, of whom one may have stepped aside
        Assert.IsType<NoSuchMeeting>(await office.Get<ReportWriting>().RemarkAsync(member, restricted, Guid.NewGuid(), "pas à nous", false, default)); // they read, no more
        Assert.Empty(await lending.AskedAsync(PlanningOffice.Secretary, null, default));
        var shown = Assert.Single((await reading.ReadAsync(PlanningOffice.Secretary, restricted, default))!.Loans);
        Assert.Equal((await office.CommissionAsync()).Seats.SelectMany(s => s.Duo).First(p => p.Id == App.Access.SignedInPerson.Of(member)!.Id).FullName, Assert.Single(shown.Readers));
        Assert.False((await reading.ReadAsync(stranger, restricted, default))!.IsLent); // its own member, as ever

        // Off the agenda, the file is theirs no more; nor is the report.
        var line = (await office.ReadAsync(enlarged)).Agenda.Single();
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, enlarged, line.Id, default));
        Assert.Null(await reading.ReadAsync(member, restricted, default));
    }

    [Fact]
    public async Task Is_read_by_nobody_before_its_own_members_have_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (lending, answers, reading) = (office.Get<ReportLending>(), office.Get<LoanAnswers>(), office.Get<ReportReading>());
        var (file, restricted) = await ReferredAsync(office);
        var enlarged = await office.PlanAsync(0, form => form.Day = "2027-02-02", "enlarged", section: null);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, enlarged, [file], 10, default));
        var own = (await reading.ReadAsync(PlanningOffice.Secretary, restricted, default))!.Facts.Meeting;
        var member = Who.With((await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, enlarged, default))!.People.VotingSeats.Select(s => s.Effective).First(p => own.SeatOf(p) is null));
        Assert.Null(await lending.AskAsync(member, enlarged, file, default));
        Assert.Null(await answers.LendAsync(PlanningOffice.Secretary, enlarged, file, default));

        Assert.Null(await reading.ReadAsync(member, restricted, default));
        Assert.Empty(Assert.Single(await lending.AskedAsync(PlanningOffice.Secretary, restricted, default)).Readers);
        Assert.False((await lending.OfAsync(member, enlarged, file, default))!.IsSupplied);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_declined_with_a_reason_that_whoever_asked_reads_on_the_page_and_in_a_mail(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (lending, answers, reading) = (office.Get<ReportLending>(), office.Get<LoanAnswers>(), office.Get<ReportReading>());
        var (file, restricted) = await ReferredAsync(office);
        var enlarged = await office.PlanAsync(0, form => form.Day = "2027-02-02", "enlarged", section: null);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, enlarged, [file], 10, default));
        var own = (await reading.ReadAsync(PlanningOffice.Secretary, restricted, default))!.Facts.Meeting;
        var asker = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, enlarged, default))!.People.VotingSeats.Select(s => s.Effective).First(p => own.SeatOf(p) is null);
        var member = Who.With(asker);
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, restricted, default));
        Assert.IsType<NothingReferred>(await answers.DeclineAsync(PlanningOffice.Secretary, enlarged, file, "pas demandé", default));
        Assert.Null(await lending.AskAsync(member, enlarged, file, default));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => answers.DeclineAsync(member, enlarged, file, "pas à moi", default));
        Assert.IsType<ReasonForDecliningMissing>(await answers.DeclineAsync(PlanningOffice.Secretary, enlarged, file, " \u200B\n", default));
        Assert.IsType<ReportTextTooLong>(await answers.DeclineAsync(PlanningOffice.Secretary, enlarged, file, new('x', ReportLoan.LongestReason + 1), default));
        Assert.Empty(await MailsAsync());
        Assert.Null(await answers.DeclineAsync(PlanningOffice.Secretary, enlarged, file, "Le rapport n’est pas encore relu {0}.", default));
        Assert.Null(await answers.DeclineAsync(PlanningOffice.Secretary, enlarged, file, "une seconde fois", default)); // another secretary was first

        Assert.Null(await reading.ReadAsync(member, restricted, default));
        Assert.Empty(await lending.AskedAsync(PlanningOffice.Secretary, null, default)); // it waits for nobody
        Assert.Equal("Le rapport n’est pas encore relu {0}.", (await lending.OfAsync(member, enlarged, file, default))!.Declined!.Value.Reason);
        Assert.Equal("Le rapport n’est pas encore relu {0}.", Assert.Single((await reading.ReadAsync(PlanningOffice.Secretary, restricted, default))!.Loans).Declined!.Reason);
        var mail = Assert.Single(await MailsAsync());
        Assert.Contains("Le rapport n’est pas encore relu {0}.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"meetings/{enlarged.Value}/files/{file.Value}", mail.Text, StringComparison.Ordinal);
        if (engine is Engine.Sqlite) // pages are drawn over that
        {
            await using var page = await APage.OpenAsync<LentReportPanel>(office, member, new() { ["Meeting"] = enlarged, ["File"] = file });
            Assert.Contains("The secretariat does not lend the report", await page.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("Le rapport n’est pas encore relu {0}.", await page.TextAsync(), StringComparison.Ordinal);
            await page.PressAsync("Ask again");
            Assert.Contains("The secretariat has not answered yet", await page.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("Le rapport n’est pas encore relu {0}.", await page.TextAsync(), StringComparison.Ordinal);
        }
        else
            Assert.Null(await lending.AskAsync(member, enlarged, file, default));

        // Asked again, it waits anew, and what was answered before stays written down; what was lent is not taken back.
        Assert.Null((await lending.OfAsync(member, enlarged, file, default))!.Declined);
        Assert.Equal("Le rapport n’est pas encore relu {0}.", Assert.Single((await lending.OfAsync(member, enlarged, file, default))!.Earlier).Reason);
        Assert.Single(await lending.AskedAsync(PlanningOffice.Secretary, null, default));
        Assert.Null(await answers.LendAsync(PlanningOffice.Secretary, enlarged, file, default));
        Assert.Null(await answers.LendAsync(PlanningOffice.Secretary, enlarged, file, default));
        Assert.IsType<ReportIsLent>(await answers.DeclineAsync(PlanningOffice.Secretary, enlarged, file, "trop tard", default));
        Assert.True((await reading.ReadAsync(member, restricted, default))!.IsLent);
        Assert.Equal(2, (await MailsAsync()).Count);
        var shown = Assert.Single((await reading.ReadAsync(PlanningOffice.Secretary, restricted, default))!.Loans);
        var before = Assert.Single(shown.Earlier);
        Assert.Equal((shown.AskedBy, "Le rapport n’est pas encore relu {0}.", true, true), (before.AskedBy, before.Reason, before.AskedAt <= before.At, before.At <= shown.AskedAt));

        async Task<List<OutgoingMail>> MailsAsync() => [.. (await office.MailsAsync(enlarged)).Where(m => m.Purpose == ReportMails.Purpose && m.PersonId == asker)];
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_every_request_with_its_answer_who_gave_it_and_when(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (lending, answers) = (office.Get<ReportLending>(), office.Get<LoanAnswers>());
        var (file, restricted) = await ReferredAsync(office);
        var enlarged = await office.PlanAsync(0, form => form.Day = "2027-02-02", "enlarged", section: null);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, enlarged, [file], 10, default));
        var members = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, enlarged, default))!.People.VotingSeats.Select(s => s.Effective).ToList();
        var names = (await office.CommissionAsync()).Seats.SelectMany(s => s.Duo).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.FullName);
        var secretary = members[^1]; // anybody whom the commission knows by name

        foreach (var (asker, reason) in new[] { (members[0], "Pas encore relu."), (members[1], "Toujours pas relu.") })
        {
            Assert.Null(await lending.AskAsync(Who.With(asker), enlarged, file, default));
            office.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Null(await answers.DeclineAsync(Who.With(secretary, App.Access.Roles.Secretariat), enlarged, file, reason, default));
            office.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.Null(await lending.AskAsync(Who.With(members[2]), enlarged, file, default));
        Assert.Null(await lending.AskAsync(Who.With(members[0]), enlarged, file, default)); // it waits: nothing ends with that
        Assert.Null(await answers.LendAsync(Who.With(secretary, App.Access.Roles.Secretariat), enlarged, file, default));

        var shown = Assert.Single(await lending.AskedAsync(PlanningOffice.Secretary, restricted, default));
        Assert.Equal((names[members[2]], names[secretary], null), (shown.AskedBy, shown.LentBy, shown.Declined));
        Assert.Equal(
            [(names[members[0]], names[secretary], "Pas encore relu."), (names[members[1]], names[secretary], "Toujours pas relu.")],
            shown.Earlier.Select(e => (e.AskedBy, e.DeclinedBy, e.Reason)));
        Assert.All(shown.Earlier, e => Assert.Equal(TimeSpan.FromHours(1), e.At - e.AskedAt));
        Assert.Equal(["Pas encore relu.", "Toujours pas relu."], (await lending.OfAsync(Who.With(members[2]), enlarged, file, default))!.Earlier.Select(d => d.Reason));
    }

    private static (MeetingId, DateTimeOffset?, DateTimeOffset?) Known(ReferredReport? report) => (report!.ReportOf, report.AskedAt, report.LentAt);

    private static string Named(PlanningOffice office, ReportSheet sheet)
    {
        using var file = Sheets.Written(workbook => office.Get<ReportWorkbook>().Write(sheet.Facts, workbook));
        return string.Concat(Sheets.Rows(file, "Point", "Demandeur").Select(row => row["Demandeur"].Text));
    }

    // A restricted chamber is not unanimous.
    private static async Task<(FileId File, MeetingId Restricted)> ReferredAsync(PlanningOffice office)
    {
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        Assert.Null(await AnApplicant.DoAsync(office, file, new DeclareComplete()));
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (id, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.DoAsync(room, new OpenBallot(new(Guid.NewGuid()), [room.Meeting.Items[0].Id], ["plus"]));
        foreach (var (seat, n) in room.Meeting.VotingSeats(room.Meeting.Ballot!).Select((seat, n) => (seat, n)).ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new CastVote(new(Guid.NewGuid()), room.Meeting.Ballot!.Id, seat.Seat, n == 0 ? Choice.Against : Choice.For), new(seat.Voter)));
        await InAChamber.DoAsync(room, new CloseBallot(room.Meeting.Ballot!.Id));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        await InAChamber.DoAsync(room, new CloseMeeting());
        return (file, id);
    }
}
