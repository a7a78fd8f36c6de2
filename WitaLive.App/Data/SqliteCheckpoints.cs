using Microsoft.EntityFrameworkCore;

namespace WitaLive.App.Data;

/// <summary>Carries SQLite's log over into the database every few seconds, beside those who write: a vote that had to do it waited for the disk of a thousand pages, 90 ms.</summary>
/// <remarks>What is in the log is on disk already. PASSIVE waits for nobody, and nobody waits for it.</remarks>
internal sealed class SqliteCheckpoints(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock, ILogger<SqliteCheckpoints> log) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CarryOverAsync(databases, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The log of the database was not carried over; the next time takes it along.");
            }
        }
    }

    internal static async Task CarryOverAsync(IDbContextFactory<WitaLiveDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", ct);
    }
}
