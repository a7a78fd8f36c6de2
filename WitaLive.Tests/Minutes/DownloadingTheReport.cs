using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Printing;
using WitaLive.App.Reports;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Reports;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Minutes;

public class DownloadingTheReport
{
    [Fact]
    public async Task Gives_a_member_the_workbook_under_the_name_of_chamber_and_day_once_it_is_supplied()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var member = Who.With((await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.Facts.Plan.Seats[0].Effective);
        Assert.Null(await office.Get<ReportWriting>().WriteAsync(PlanningOffice.Secretary, id, ReportPart.Whole, "fr", "=1+1", 0, default));

        using (var early = await AskAsync(office, id, member))
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        using (var own = await AskAsync(office, id, PlanningOffice.Secretary))
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));
        using var response = await AskAsync(office, id, member);
        using var head = await AskAsync(office, id, member, HttpMethod.Head);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, head.StatusCode));
        Assert.Equal(SheetDownload.ContentType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Rapport Chambre restreinte 1 (FR) 2027-01-05.xlsx", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(response.Headers.CacheControl is { NoStore: true, Private: true });
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(2, Sheets.Rows(file, "Point", "Demandeur").Count);
        Assert.Equal("=1+1", Sheets.Rows(file, "Langue", "Texte")[0]["Texte"].Text);
    }

    [Fact]
    public async Task Finds_nothing_for_whoever_is_not_of_the_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));

        using var response = await AskAsync(office, id, Who.With(new PersonId(Guid.NewGuid()), Roles.Administrator));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Prints_nothing_for_whoever_only_asks_for_the_head_of_the_paper()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");

        using var head = await AskAsync(office, id, PlanningOffice.Secretary, HttpMethod.Head, "pdf");

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (head.StatusCode, head.Content.Headers.ContentType!.MediaType));
        Assert.Equal("Rapport Chambre restreinte 1 (FR) 2027-01-05.pdf", head.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(head.Headers.CacheControl is { NoStore: true, Private: true });
        await Assert.ThrowsAsync<NotPrintedException>(() => AskAsync(office, id, PlanningOffice.Secretary, HttpMethod.Get, "pdf"));
    }

    // What would print it makes no file.
    private static async Task<HttpResponseMessage> AskAsync(PlanningOffice office, MeetingId id, ClaimsPrincipal who, HttpMethod? method = null, string kind = "xlsx")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["Printing:Chromium"] = "/bin/true";
        office.AddTo(builder.Services);
        builder.Services.AddAuthorization(Policies.AddTo).AddSingleton<PaperPrinter>();
        await using var app = builder.Build();
        app.Use((http, next) =>
        {
            http.User = who;
            return next(http);
        });
        app.UseAuthorization();
        app.MapReports();
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri($"/meetings/{id.Value}/report.{kind}", UriKind.Relative));
        return await client.SendAsync(request);
    }
}
