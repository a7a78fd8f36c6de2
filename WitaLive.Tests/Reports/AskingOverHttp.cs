using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Reports;

/// <summary>The request of another chamber on the page of a report: declined, lent, and who is kept out.</summary>
public sealed class AskingOverHttp
{
    [Fact]
    public async Task Is_declined_or_lent_by_the_secretariat_and_read_by_nobody_before()
    {
        await using var app = await RunningApp.StartAsync();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var restricted = new MeetingId((await SweptMandates.HoldAsync(app.Services, now.AddDays(-30))).Meeting);
        Assert.Null(await app.Services.GetRequiredService<ReportWriting>().SupplyAsync(Who.With(App.Access.Roles.Secretariat), restricted, default));
        var (loan, member) = await AskAsync(app, restricted, now);
        var key = $"{loan.MeetingId.Value}:{loan.FileId.Value}";
        var why = $"why-{loan.MeetingId.Value}-{loan.FileId.Value}";
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
        Assert.Null((await LoanAsync()).DeclinedAt);
        page = await SendAsync(new() { ["Decline"] = key, [why] = "Nog niet nagelezen <b>" });
        Assert.Contains("Het verzoek is afgewezen", page, StringComparison.Ordinal);
        Assert.Contains("Nog niet nagelezen &lt;b&gt;", await secretary.GetStringAsync(Address()), StringComparison.Ordinal);
        Assert.Equal("Nog niet nagelezen <b>", (await LoanAsync()).DeclineReason);
        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync(reader));

        page = await SendAsync(new() { ["Lend"] = key }); // they thought better of it
        Assert.Contains("Het verslag is bezorgd: de leden", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(reader));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync(stranger));
        page = await SendAsync(new() { ["Decline"] = key, [why] = "te laat" }); // from a page that was opened before
        Assert.Contains("Het verslag is intussen bezorgd", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(reader));
        Assert.Equal(["declined", "lent"], await ToldAsync());

        Uri Address() => new($"meetings/{restricted.Value}/report", UriKind.Relative);

        async Task<string> SendAsync(Dictionary<string, string> fields) => WebUtility.HtmlDecode(await AtTheReport.PostAsync(secretary, restricted, fields));

        async Task<HttpStatusCode> OpenAsync(HttpClient browser)
        {
            using var answer = await browser.GetAsync(Address());
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

        async Task<ReportLoan> LoanAsync()
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
            return await db.Set<ReportLoan>().AsNoTracking().SingleAsync();
        }

        // In the language of the receiver, whatever the secretary's.
        async Task<IEnumerable<string>> ToldAsync()
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
            var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == ReportMails.Purpose && m.MeetingId == loan.MeetingId && m.PersonId == member.Id).OrderBy(m => m.CreatedAt).ToListAsync();
            Assert.All(mails, mail => Assert.Equal(member.Language, mail.Language));
            return mails.Select(mail => mail.Text.Contains("Nog niet nagelezen <b>", StringComparison.Ordinal) ? "declined" : "lent");
        }
    }

    // A file that the first French-language chamber referred stands on the agenda of the enlarged chamber; one of its members, who does not sit in the other, asks.
    private static async Task<(ReportLoan Loan, Person Member)> AskAsync(RunningApp app, MeetingId restricted, DateTimeOffset now)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var enlarged = await db.Set<PlannedMeeting>().Where(m => m.Formation == new FormationCode("enlarged")).OrderBy(m => m.StartsAt).Select(m => m.Id).FirstAsync();
        var own = (await app.Services.GetRequiredService<ReportReading>().ReadAsync(Who.With(App.Access.Roles.Secretariat), restricted, default))!.Facts.Meeting;
        var file = new FileId(Guid.NewGuid());
        db.Add(new ApplicationFile { Id = file, Number = "2026-0311", Kind = "application", Applicant = "Ondine Marcassin", Language = "fr", State = FileState.Referred, ReferredTo = new("enlarged"), ApplicantId = own.Plan!.Seats[0].Effective });
        await db.SaveChangesAsync();
        Assert.Null(await app.Services.GetRequiredService<AgendaPlanning>().AddFilesAsync(Who.With(App.Access.Roles.Secretariat), enlarged, [file], 10, default));
        var commission = await app.Services.GetRequiredService<CommissionDirectory>().ReadAsync(now.DayInBrussels());
        var seats = (await app.Services.GetRequiredService<MeetingReading>().ReadAsync(Who.With(App.Access.Roles.Secretariat), enlarged, default))!.People.VotingSeats.Select(s => s.Effective).ToList();
        var member = commission.Seats.SelectMany(s => s.Duo).First(p => seats.Contains(p.Id) && own.SeatOf(p.Id) is null);
        var loan = new ReportLoan { MeetingId = enlarged, FileId = file, ReportOf = restricted, AskedBy = member.Id, AskedAt = now };
        db.Add(loan);
        await db.SaveChangesAsync();
        return (loan, member);
    }
}
