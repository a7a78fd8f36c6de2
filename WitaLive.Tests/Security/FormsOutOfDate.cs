using System.Net;
using WitaLive.Tests.Browser;

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

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient browser, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(new Uri("account/sign-in", UriKind.Relative), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
