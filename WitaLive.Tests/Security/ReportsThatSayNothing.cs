using System.Net;
using System.Text;
using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Security;

/// <summary>Anyone may send a report of what the content security policy forbade; what cannot be read as one is no fault of ours.</summary>
public sealed class ReportsThatSayNothing
{
    private static readonly string[] s_bodies =
    [
        """{"csp-report":{"effective-directive":"img-src","blocked-uri":"x"}}""", "no report", "{}",
        "[1]", "1", "null", """{"csp-report":[1]}""", """{"csp-report":null}""", """{"csp-report":{"blocked-uri":[1]}}""", """{"csp-report":{"blocked-uri":"\ud800"}}""",
    ];

    [Fact]
    public async Task Are_taken_like_any_other()
    {
        await using var app = await RunningApp.StartAsync();
        using var browser = new HttpClient { BaseAddress = app.Address };

        foreach (var body in s_bodies)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/csp-report");
            using var response = await browser.PostAsync(new Uri("csp-reports", UriKind.Relative), content);
            Assert.Equal((body, HttpStatusCode.NoContent, ""), (body, response.StatusCode, await response.Content.ReadAsStringAsync()));
        }
        Assert.Equal(s_bodies.Length, app.CspViolations);
    }
}
