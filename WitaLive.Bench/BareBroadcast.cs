using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WitaLive.Bench;

/// <summary>The baseline: a hub that sends the same number of bytes to as many clients, and does nothing else.</summary>
internal static class BareBroadcast
{
    public const string Role = "--broadcast";

    public static async Task<double> RunAsync(Figures figures, int clients, int messages, int bytes)
    {
        await using var server = await Server.StartAsync("Production", "/health", Role);
        var hub = new Uri(server.Address.ToString().Replace("http", "ws", StringComparison.Ordinal) + "hub");
        var connections = new HubConnection[clients];
        var (expected, received, gate) = (0, 0, new Lock());
        var all = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Parallel.ForAsync(0, clients, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, ct) =>
        {
            var connection = connections[n] = Circuits.Hub.Connection(hub, new JsonHubProtocol());
            connection.On<int, string>("Told", (number, _) =>
            {
                lock (gate)
                {
                    if (number == expected && ++received == clients)
                        all.TrySetResult(Stopwatch.GetTimestamp());
                }
            });
            await connection.StartAsync(ct);
        });

        var durations = new List<double>();
        var text = new string('x', bytes);
        for (var number = -10; number < messages; number++)
        {
            lock (gate)
                (expected, received, all) = (number, 0, new(TaskCreationOptions.RunContinuationsAsynchronously));
            var sent = Stopwatch.GetTimestamp();
            await connections[Math.Abs(number) % clients].SendAsync("Tell", number, text);
            var last = await all.Task.WaitAsync(TimeSpan.FromSeconds(20));
            if (number >= 0) // the first ten warm up
                durations.Add(Stopwatch.GetElapsedTime(sent, last).TotalMilliseconds);
            await Task.Delay(50);
        }
        foreach (var connection in connections)
            await connection.DisposeAsync();
        var result = new Percentiles(durations);
        figures.Add($"bare SignalR broadcast of {bytes} bytes to {clients} clients", result.ToString(), "baseline");
        return result.P99;
    }

    public static async Task ServeAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<TellingHub>("/hub");
        app.MapGet("/health", () => "ok");
        _ = Task.Run(Server.AnswerAsync);
        await app.RunAsync();
    }

    internal sealed class TellingHub : Hub
    {
        public Task Tell(int number, string text) => Clients.All.SendAsync("Told", number, text);
    }
}
