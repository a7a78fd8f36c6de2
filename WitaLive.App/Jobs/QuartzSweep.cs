using Quartz;

namespace WitaLive.App.Jobs;

/// <summary>What the scheduler runs: one sweep in a scope of its own, never twice at once on one node.</summary>
/// <remarks>A fault is logged here, once, and does not reach the scheduler: the next run comes at its time.</remarks>
[DisallowConcurrentExecution]
internal sealed class QuartzSweep<TJob>(
    IServiceScopeFactory scopes, IEnumerable<Sweep> sweeps, IHostApplicationLifetime app, TimeProvider clock, ILogger<TJob> log) : IJob
    where TJob : class, ISweep
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var sweep = sweeps.Single(s => s.Type == typeof(TJob));
        sweep.AnswerRing();
        var started = clock.GetTimestamp();
        sweep.Last = new(clock.GetUtcNow(), null, null);
        var fault = await TryRunAsync(sweep.Name, cancellationToken);
        sweep.Last = sweep.Last with { Took = clock.GetElapsedTime(started), Fault = fault };
    }

    private async Task<string?> TryRunAsync(string name, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, app.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(stop.Token);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null; // The app stops; what is left is done after the next start.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "Sweep {Sweep} failed; it runs again at its next time.", name);
            return e.GetType().Name;
        }
    }
}
