using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Rulings;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Rulings;

namespace WitaLive.Tests.Reports;

/// <summary>Where no Chromium is on the machine, whatever would be a PDF says so, and that the page itself can be printed.</summary>
public sealed class WithoutChromium
{
    [Fact]
    public async Task The_report_and_the_activity_report_say_that_there_is_no_pdf()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("Printing:Chromium", "/no/such/program"));
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = (await SweptMandates.HoldAsync(app.Services, now.AddDays(-30))).Meeting;
        using var browser = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(browser, "Bram Haeseldonckx");

        // Who asks for the file by its address is led to the page that says so.
        foreach (var page in new[] { $"meetings/{id}/report", $"meetings/{id}/report.pdf", $"year/report/{now.Year}", $"year/report/{now.Year}.pdf" })
        {
            var read = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));
            Assert.Contains("Op de server is geen Chromium gevonden, dus is er geen pdf", read, StringComparison.Ordinal);
            Assert.DoesNotContain(".pdf\"", read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_of_a_letter_says_so_too()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);

        await using var page = await APage.OpenAsync<RulingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = decided.Ruling });

        Assert.Contains("No Chromium was found on the server, so there is no PDF of this letter", await page.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("letter.pdf", await page.HtmlAsync(), StringComparison.Ordinal);
    }
}
