using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Reports;

/// <summary>The request of another chamber on the page of a report: declined, lent, and who is kept out.</summary>
public sealed class AskingOverHttp
{
    [Fact]
    public async Task Is_declined_or_lent_by_the_secretariat_and_read_by_nobody_before_or_once_the_file_is_theirs_no_more()
    {
        await using var app = await RunningApp.StartAsync();
        var (restricted, file) = await ReferredAsync(app);
        var (enlarged, member) = await PlacedAsync(app, restricted, file);
        var lending = app.Services.GetRequiredService<ReportLending>();
        Assert.Null(await lending.AskAsync(Who.With(member.Id), enlarged, file, default));
        var key = $"{enlarged.Value}:{file.Value}";
        var why = $"why-{enlarged.Value}-{file.Value}";
        using var secretary = new HttpClient { BaseAddress = app.Address };
        using var reader = new HttpClient { BaseAddress = app.Address };
        using var stranger = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(secretary, "Bram Haeseldonckx");
        await AtTheReport.SignInAsync(reader, member.FullName);
        await AtTheReport.SignInAsync(stranger, "Lutgart Eeckhaerts");
        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync(reader));
        Assert.Equal(HttpStatusCode.Forbidden, await LendAsync(reader)); // nobody lends it to themselves

        var page = await SendAsync(new() { ["Decline"] = key, [why] = "" });
        Assert.Contains("Zeg waarom het verslag niet wordt bezorgd", page, StringComparison.Ordinal);
        Assert.Null((await LoanAsync()).Declined);
        page = await SendAsync(new() { ["Decline"] = key, [why] = "Nog niet nagelezen <b>" });
        Assert.Contains("Het verzoek is afgewezen", page, StringComparison.Ordinal);
        Assert.Contains("Nog niet nagelezen &lt;b&gt;", await secretary.GetStringAsync(Address()), StringComparison.Ordinal);
        Assert.Equal(("Nog niet nagelezen <b>", "Bram Haeseldonckx"), ((await LoanAsync()).Declined!.Reason, (await LoanAsync()).Declined!.DeclinedBy));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync(reader));

        Assert.Null(await lending.AskAsync(Who.With(member.Id), enlarged, file, default)); // and once more
        page = WebUtility.HtmlDecode(await secretary.GetStringAsync(Address()));
        Assert.Contains("Eerder gevraagd, en afgewezen:", page, StringComparison.Ordinal);
        Assert.Matches($"{member.FullName} vroeg het op [^<]+ Afgewezen op [^<]+ door Bram Haeseldonckx: <span class=\"typed\" dir=\"auto\"[^>]*>Nog niet nagelezen <b></span>", page);
        page = await SendAsync(new() { ["Lend"] = key }); // they thought better of it
        Assert.Contains("Het verslag is bezorgd: de leden", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(reader));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(reader, ".xlsx"));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync(stranger));
        page = await SendAsync(new() { ["Decline"] = key, [why] = "te laat" }); // from a page that was opened before
        Assert.Contains("Het verslag is intussen bezorgd", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(reader));
        page = WebUtility.HtmlDecode(await secretary.GetStringAsync(Address()));
        Assert.Matches($"Bezorgd op [^<]+ door Bram Haeseldonckx\\. Gelezen door {member.FullName}", page);
        Assert.Equal(["declined", "lent"], await ToldAsync());

        // Off the agenda of the enlarged chamber, the file is its members' no more; nor is the report.
        var line = (await app.Services.GetRequiredService<MeetingReading>().ReadAsync(Who.With(App.Access.Roles.Secretariat), enlarged, default))!.Meeting.Agenda.Single(one => one.FileId == file);
        Assert.Null(await app.Services.GetRequiredService<AgendaPlanning>().RemoveAsync(Who.With(App.Access.Roles.Secretariat), enlarged, line.Id, default));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync(reader));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(reader, ".xlsx"));

        Uri Address(string kind = "") => new($"meetings/{restricted.Value}/report{kind}", UriKind.Relative);

        async Task<string> SendAsync(Dictionary<string, string> fields) => WebUtility.HtmlDecode(await AtTheReport.PostAsync(secretary, restricted, fields));

        async Task<HttpStatusCode> OpenAsync(HttpClient browser, string kind = "")
        {
            using var answer = await browser.GetAsync(Address(kind));
            return answer.StatusCode;
        }

        async Task<HttpStatusCode> LendAsync(HttpClient browser)
        {
            var token = AtTheReport.TokenOf(await browser.GetStringAsync(new Uri("dev/sign-in", UriKind.Relative)));
            using var form = new FormUrlEncodedContent([new("Lend", key), new("_handler", "report"), new("__RequestVerificationToken", token)]);
            using var answer = await browser.PostAsync(Address(), form);
            Assert.Null((await LoanAsync()).LentAt);
            return answer.StatusCode;
        }

        async Task<ShownLoan> LoanAsync() => Assert.Single(await lending.AskedAsync(Who.With(App.Access.Roles.Secretariat), restricted, default));

        // In the language of the receiver, whatever the secretary's.
        async Task<IEnumerable<string>> ToldAsync()
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
            var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == ReportMails.Purpose && m.MeetingId == enlarged && m.PersonId == member.Id).OrderBy(m => m.CreatedAt).ToListAsync();
            Assert.All(mails, mail => Assert.Equal(member.Language, mail.Language));
            return mails.Select(mail => mail.Text.Contains("Nog niet nagelezen <b>", StringComparison.Ordinal) ? "declined" : "lent");
        }
    }

    // The chamber that sits today is not unanimous on its first file, and its report is supplied.
    private static async Task<(MeetingId Restricted, FileId File)> ReferredAsync(RunningApp app)
    {
        await app.Services.GetRequiredService<DemoMeetings>().LoadAsync(Path.Combine(app.Services.GetRequiredService<DataDirectory>().Shipped, "demo", "meetings.json"));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var id = (await db.Set<PlannedMeeting>().OrderBy(m => m.StartsAt).FirstAsync(m => m.Formation == new FormationCode("restricted"))).Id;
        await AppliesAsync(db, id);
        var room = (await app.Services.GetRequiredService<RoomDoor>().EnterAsync(id))!;
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective))
            await DoAsync(new SignIn(person, AttendanceMode.OnSite), person);
        var chair = room.Meeting.InTheChair!.Person;
        await DoAsync(new OpenMeeting(), chair);
        var (item, ballot) = (room.Meeting.Items.First(item => item.Planned.File is not null), new BallotId(Guid.NewGuid()));
        await DoAsync(new CallItem(item.Id), chair);
        await DoAsync(new OpenBallot(ballot, [item.Id], ["plus"]), chair);
        foreach (var (n, seat) in room.Meeting.VotingSeats(room.Meeting.Ballot!).ToList().Index())
            await DoAsync(new CastVote(new(Guid.NewGuid()), ballot, seat.Seat, n == 0 ? Choice.Against : Choice.For), seat.Voter);
        await DoAsync(new CloseBallot(ballot), chair);
        await DoAsync(room.Meeting.ByRule(item.Id)!, chair);
        await DoAsync(new CloseMeeting("fini"), chair);
        Assert.Null(await app.Services.GetRequiredService<ReportWriting>().SupplyAsync(Who.With(App.Access.Roles.Secretariat), id, default));
        return (id, item.Planned.File!.Value);

        async Task DoAsync(MeetingCommand command, PersonId by) => Assert.IsType<Outcome.Ok>(await room.SendAsync(command, new(by)));
    }

    // Its first file as if it had come in here: it is somebody's.
    private static async Task AppliesAsync(WitaLiveDb db, MeetingId meeting)
    {
        var first = await db.Set<PlannedMeeting>().Where(m => m.Id == meeting).SelectMany(m => m.Agenda).OrderBy(line => line.Position).Select(line => line.FileId).FirstAsync();
        var applicant = Person.Applying(new(Guid.NewGuid()), "Apolline", "Sartignies", "apolline@example.org", "fr");
        db.Add(applicant);
        await db.SaveChangesAsync();
        await db.Set<ApplicationFile>().Where(f => f.Id == first).ExecuteUpdateAsync(set => set.SetProperty(f => f.ApplicantId, applicant.Id));
    }

    // It stands on the agenda of the next enlarged chamber; one of its members does not sit in the other.
    private static async Task<(MeetingId Enlarged, Person Member)> PlacedAsync(RunningApp app, MeetingId restricted, FileId file)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var own = (await app.Services.GetRequiredService<ReportReading>().ReadAsync(Who.With(App.Access.Roles.Secretariat), restricted, default))!.Facts.Meeting;
        var enlarged = await db.Set<PlannedMeeting>().Where(m => m.Formation == new FormationCode("enlarged") && m.StartsAt > own.Plan!.StartsAt).OrderBy(m => m.StartsAt).Select(m => m.Id).FirstAsync();
        Assert.Null(await app.Services.GetRequiredService<AgendaPlanning>().AddFilesAsync(Who.With(App.Access.Roles.Secretariat), enlarged, [file], 10, default));
        var seats = (await app.Services.GetRequiredService<MeetingReading>().ReadAsync(Who.With(App.Access.Roles.Secretariat), enlarged, default))!.People.VotingSeats.Select(s => s.Effective).ToList();
        var there = own.Plan!.Seats.SelectMany(s => new PersonId?[] { s.Effective, s.Substitute }).OfType<PersonId>().ToList();
        return (enlarged, await db.Persons.FirstAsync(p => seats.Contains(p.Id) && !there.Contains(p.Id)));
    }
}
