using System.Net;
using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Security;

/// <summary>What reaches the app from a reverse proxy on the same machine, which has taken the TLS off.</summary>
public sealed class BehindAProxy
{
    private const string Site = "live.example.be";

    [Fact]
    public async Task Signs_in_with_cookies_that_only_travel_encrypted()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Production"));
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
        using var page = await SendAsync(browser, HttpMethod.Get, "account/sign-in");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Contains($"wss://{Site}", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_what_its_own_pages_send_and_refuses_what_others_do()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Production"));
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };

        using var own = await SendAsync(browser, HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1", $"https://{Site}");
        using var unencrypted = await SendAsync(browser, HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1", $"http://{Site}");
        using var other = await SendAsync(browser, HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1", "https://evil.example");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (own.StatusCode, unencrypted.StatusCode, other.StatusCode));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, HttpMethod method, string path, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = Site;
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await browser.SendAsync(request);
    }
}
