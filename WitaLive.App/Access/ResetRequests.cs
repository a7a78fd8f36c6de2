using System.Threading.Channels;

namespace WitaLive.App.Access;

/// <summary>Takes addresses of people who have forgotten their password, and sends the links apart from the request.</summary>
/// <remarks>
/// A page that waited for it would answer sooner for an address that nobody has, and so tell who has an account. A request that is lost
/// with the server is asked for again by whoever waits for the mail.
/// </remarks>
public sealed partial class ResetRequests(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ResetRequests> log) : BackgroundService
{
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ask(string address) => _asked.Writer.TryWrite(address);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var address in _asked.Reader.ReadAllAsync(stoppingToken))
            await SendAsync(address, stoppingToken);
    }

    private async Task SendAsync(string address, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Invitations>().SendResetAsync(address, clock.GetUtcNow(), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "A link to choose a new password could not be sent.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
