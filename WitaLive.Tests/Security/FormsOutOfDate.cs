using System.Net;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Reports;

namespace WitaLive.Tests.Security;

/// <summary>What was sent from a page that has changed since, or without this site's token: refused in the reader's words, never in the framework's.</summary>
public sealed class FormsOutOfDate
{
    [Theory, InlineData("Development"), InlineData("Production")]
    public async Task Are_refused_in_the_language_of_the_reader(string environment)
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", environment));
        using var browser = new HttpClient { BaseAddress = app.Address };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nl");
        var page = await browser.GetStringAsync(new Uri("account/sign-in", UriKind.Relative));
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];

        var foreign = await SendAsync(browser, new() { ["_handler"] = "sign-in" });
        var gone = await SendAsync(browser, new() { ["_handler"] = "no-longer-there", ["__RequestVerificationToken"] = token });

        foreach (var (status, text) in new[] { foreign, gone })
        {
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("Deze pagina was verouderd", text, StringComparison.Ordinal);
            Assert.DoesNotContain("antiforgery", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Cannot submit", text, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("Development"), InlineData("Production")]
    public async Task That_hold_what_nobody_can_read_are_not_said_to_be_out_of_date(string environment)
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", environment));
        using var browser = new HttpClient { BaseAddress = app.Address };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nl");
        var token = AtTheReport.TokenOf(await browser.GetStringAsync(new Uri("account/sign-in", UriKind.Relative)));

        var (status, text) = await SendAsync(browser, new() { ["_handler"] = "sign-in", ["__RequestVerificationToken"] = token, ["Email"] = "a\0b@example.org" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<h1>Wat u verzond, kon niet worden gelezen</h1>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("verouderd", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_hold_a_sign_of_nothing_are_refused_on_every_page_and_taken_without_it_where_they_come_in_parts()
    {
        await using var app = await RunningApp.StartAsync();
        using var browser = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(browser, "Bram Haeseldonckx");
        var fields = new Dictionary<string, string>
        {
            ["_handler"] = "ties", ["__RequestVerificationToken"] = AtTheReport.TokenOf(await browser.GetStringAsync(new Uri("account", UriKind.Relative))), ["Kind"] = "Name", ["Words"] = "Ondine\0Marcassin",
        };
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);

        var (status, text) = await SendAsync(browser, fields, "account");
        using var answer = await browser.PostAsync(new Uri("account", UriKind.Relative), parts);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<h1>Wat u verzond, kon niet worden gelezen</h1>", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("</span> Ondine ?Marcassin\\s*<button", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient browser, Dictionary<string, string> fields, string page = "account/sign-in")
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(new Uri(page, UriKind.Relative), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
