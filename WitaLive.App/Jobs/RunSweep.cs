using Quartz;

namespace WitaLive.App.Jobs;

/// <summary>What the scheduler runs: one sweep in a scope of its own, never twice at once on all nodes together.</summary>
/// <remarks>A fault is logged here, once, and kept by its kind in the history of runs; the next run comes at its time.</remarks>
[DisallowConcurrentExecution]
internal sealed class RunSweep(IServiceScopeFactory scopes, IEnumerable<Sweep> sweeps, IHostApplicationLifetime app, ILogger<RunSweep> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // While nodes are renewed one by one, an older one may be given what only the newer know: they run it at its next time.
        if (sweeps.FirstOrDefault(s => s.Key.Equals(context.JobDetail.Key)) is not { } sweep)
            context.Result = JobRunReport.Skipped("unknown on this node");
        else if (await TryRunAsync(sweep, cancellationToken) is { } fault)
            context.Result = JobRunReport.Failed(fault);
    }

    private async Task<string?> TryRunAsync(Sweep sweep, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, app.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((ISweep)scope.ServiceProvider.GetRequiredService(sweep.Type)).RunAsync(stop.Token);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null; // The app stops; what is left is done after the next start.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "Sweep {Sweep} failed; it runs again at its next time.", sweep.Name);
            return e.GetType().Name;
        }
    }
}
