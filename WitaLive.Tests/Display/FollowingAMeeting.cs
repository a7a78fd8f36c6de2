using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WitaLive.App.Ballots;
using WitaLive.App.Display;
using WitaLive.App.Meetings;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Room;

namespace WitaLive.Tests.Display;

/// <summary>One line to the big screen's hub.</summary>
public class FollowingAMeeting
{
    [Fact]
    public async Task Is_done_four_times_at_once_on_one_line_and_again_when_one_ends()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var words = Words();
        var key = (await office.Get<DisplayKeys>().CreateAsync(await office.PlanAsync())).Key;
        using var line = new ALine();
        var followed = new List<IAsyncEnumerator<DisplaySnapshot>>();
        for (var n = 0; n < 4; n++)
            followed.Add(await BegunAsync(Hub(line), key));

        Assert.Equal("tooMany", (await Assert.ThrowsAsync<HubException>(() => BegunAsync(Hub(line), key))).Message);

        await followed[0].DisposeAsync();
        followed[0] = await BegunAsync(Hub(line), key);
        Assert.All(followed, one => Assert.Equal("planned", $"{one.Current.Meeting.State}", ignoreCase: true));
        using var another = new ALine();
        followed.Add(await BegunAsync(Hub(another), key)); // what others follow is not counted here
        foreach (var one in followed)
            await one.DisposeAsync();

        DisplayHub Hub(ALine of) => new(office.Get<DisplayKeys>(), office.Get<RoomDoor>(), new(words.GetRequiredService<RuleSentence>(), words.GetRequiredService<PutWords>()), office.Clock) { Context = of };
    }

    [Fact]
    public async Task Of_a_key_that_opens_nothing_is_refused_in_one_line_of_the_log()
    {
        using var logs = new KeptLogs();
        await using var app = await RunningApp.StartAsync(web => web.ConfigureLogging(logging => logging.AddProvider(logs)));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://localhost:{app.Address.Port}/hubs/display"), default);
        foreach (var message in new[] { """{"protocol":"json","version":1}""", """{"type":4,"invocationId":"1","target":"Watch","arguments":["no-such-key"]}""" })
            await socket.SendAsync(Encoding.UTF8.GetBytes(message + "\u001e"), WebSocketMessageType.Text, true, default);

        var (answer, buffer) = ("", new byte[4096]);
        while (!answer.Contains("unknownKey", StringComparison.Ordinal))
            answer += Encoding.UTF8.GetString(buffer, 0, (await socket.ReceiveAsync(buffer, default)).Count);

        Assert.Equal("A big screen was refused: unknownKey", Assert.Single(logs.Lines, line => line.Contains("unknownKey", StringComparison.Ordinal)).Trim());
        Assert.DoesNotContain(logs.Lines, line => line.Contains("   at ", StringComparison.Ordinal) && line.Contains("DisplayHub", StringComparison.Ordinal));
    }

    private static async Task<IAsyncEnumerator<DisplaySnapshot>> BegunAsync(DisplayHub hub, string key)
    {
        var states = hub.Watch(key, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await states.MoveNextAsync());
        return states;
    }

    private static ServiceProvider Words()
    {
        var services = new ServiceCollection().AddLogging().AddLocalization();
        TheRoom.Services(services);
        return services.BuildServiceProvider();
    }

    private sealed class ALine : HubCallerContext, IDisposable
    {
        private readonly CancellationTokenSource _aborted = new();

        public override string ConnectionId => "line";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => _aborted.Token;

        public override void Abort() => _aborted.Cancel();

        public void Dispose() => _aborted.Dispose();
    }
}
