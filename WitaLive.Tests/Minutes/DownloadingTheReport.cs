using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Minutes;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Minutes;

public class DownloadingTheReport
{
    [Fact]
    public async Task Gives_a_member_the_workbook_under_the_name_of_chamber_and_day()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(1))), A.Secretary);

        using var response = await AskAsync(report, Who.With(A.Person(1)));
        using var head = await AskAsync(report, Who.With(A.Person(1)), HttpMethod.Head);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, head.StatusCode));
        Assert.Equal(SheetDownload.ContentType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Rapport Chambre 1 2026-11-24.xlsx", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(response.Headers.CacheControl is { NoStore: true, Private: true });
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("=1+1", Sheets.Rows(file, "Point", "Demandeur").Single()["Demandeur"].Text);
    }

    [Fact]
    public async Task Finds_nothing_for_whoever_is_not_of_the_meeting()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(1))), A.Secretary);

        using var response = await AskAsync(report, Who.With(A.Stranger, Roles.Administrator));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(AReport report, ClaimsPrincipal who, HttpMethod? method = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization(Policies.AddTo).AddSingleton(report.Desk).AddSingleton(report.Workbook);
        await using var app = builder.Build();
        app.Use((http, next) =>
        {
            http.User = who;
            return next(http);
        });
        app.UseAuthorization();
        app.MapMinutes();
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri($"/meetings/{AReport.Id.Value}/report.xlsx", UriKind.Relative));
        return await client.SendAsync(request);
    }
}
