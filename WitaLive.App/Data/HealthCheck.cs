using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WitaLive.App.Data;

/// <summary>A row that is written to show that one can be written.</summary>
public sealed class HealthMark
{
    public int Id { get; init; }

    public DateTimeOffset WrittenAt { get; set; }
}

internal sealed class HealthMarkConfiguration : IEntityTypeConfiguration<HealthMark>
{
    public void Configure(EntityTypeBuilder<HealthMark> mark)
    {
        mark.ToTable("health_marks");
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.HasData(new HealthMark { Id = 1, WrittenAt = DateTimeOffset.UnixEpoch });
    }
}

/// <summary>Whether a vote could be recorded now: it commits a transaction of its own, to the disk.</summary>
/// <remarks>Asked by anyone, so at most one write a second: in between, the last answer stands.</remarks>
public sealed partial class HealthCheck(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock, ILogger<HealthCheck> log) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, bool Healthy)? _last;

    public async Task<bool> CanRecordAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (_last is not { } last || now - last.At >= s_patience || !last.Healthy)
                _last = (now, await WriteAsync(now, ct));
            return _last.Value.Healthy;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> WriteAsync(DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            // SQLite waits for a lock without looking at the token: the time is kept outside of it.
            return await Task.Run(() => UpdateAsync(now, ct), ct).WaitAsync(s_patience, clock, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, e);
            return false;
        }
    }

    private async Task<bool> UpdateAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<HealthMark>().Where(m => m.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(m => m.WrittenAt, now), ct) == 1;
    }

    [LoggerMessage(LogLevel.Error, "Nothing can be recorded: a write to the database failed or took too long.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

public static class HealthMapping
{
    /// <summary>GET and HEAD /health: 200 when a vote can be recorded, otherwise 503. For load balancers, without sign-in.</summary>
    public static void MapHealth(this WebApplication app) =>
        app.MapMethods("/health", [HttpMethods.Get, HttpMethods.Head], async (HealthCheck health, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await health.CanRecordAsync(http.RequestAborted)
                ? Results.Text("ok")
                : Results.Text("nothing can be recorded", statusCode: StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
}
