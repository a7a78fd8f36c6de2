using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using WitaLive.App.Security;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Security;

/// <summary>Whoever opens one line after another is stopped long before the memory is full; nobody else is.</summary>
public sealed class ManyLines
{
    [Fact]
    public async Task Are_refused_to_one_address_and_given_back_when_they_end()
    {
        await using var app = await RunningApp.StartAsync();
        var lines = new List<ClientWebSocket>();
        try
        {
            for (var n = 0; n < OpenLines.AtOnceOfAnAddress; n++)
                lines.Add(await OpenAsync(app));
            using var browser = new HttpClient { BaseAddress = app.Address };

            Assert.Contains("429", (await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(app))).Message, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("simulators", UriKind.Relative))).StatusCode);

            lines[0].Abort();
            for (var tries = 0; lines[0] is { State: not WebSocketState.Open } && tries < 100; tries++)
                lines[0] = await Record.ExceptionAsync(async () => lines[0] = await OpenAsync(app)) is null ? lines[0] : lines[0];
            Assert.Equal(WebSocketState.Open, lines[0].State);
        }
        finally
        {
            lines.ForEach(line => line.Dispose());
        }
    }

    [Fact]
    public async Task Of_one_person_are_counted_for_that_person_alone()
    {
        await using var limiter = OpenLines.Limiter();
        var (one, two) = (A.Person("one@example.org").Id, A.Person("two@example.org").Id);

        var leases = Enumerable.Range(0, OpenLines.AtOnceOfAPerson).Select(_ => limiter.AttemptAcquire(Line(one))).ToList();

        Assert.All(leases, lease => Assert.True(lease.IsAcquired));
        Assert.False(limiter.AttemptAcquire(Line(one)).IsAcquired);
        Assert.False(limiter.AttemptAcquire(Line(one, OpenLines.Address)).IsAcquired); // so a page learns why it has no line
        Assert.True(limiter.AttemptAcquire(Line(two)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Line(null)).IsAcquired);
        leases[0].Dispose();
        Assert.True(limiter.AttemptAcquire(Line(one)).IsAcquired);
    }

    private static DefaultHttpContext Line(PersonId? person, string path = "/_blazor")
    {
        var http = new DefaultHttpContext { User = person is { } id ? Who.With(id) : Who.Nobody };
        (http.Request.Method, http.Request.Path, http.Connection.RemoteIpAddress) = ("GET", path, IPAddress.Loopback);
        return http;
    }

    private static async Task<ClientWebSocket> OpenAsync(RunningApp app)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://localhost:{app.Address.Port}/_blazor"), CancellationToken.None);
        return socket;
    }
}
