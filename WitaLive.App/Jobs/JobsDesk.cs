using System.Security.Claims;
using Quartz;
using Quartz.Extensibility;
using WitaLive.App.Access;

namespace WitaLive.App.Jobs;

/// <summary>What the jobs page shows and does, for those who may.</summary>
public sealed class JobsDesk(ISchedulerFactory schedulers, IExecutionHistoryStore history, IEnumerable<Sweep> sweeps, JobBell bell)
{
    public async Task<ImmutableArray<JobLine>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        var scheduler = await schedulers.GetScheduler(ct);
        var lines = ImmutableArray.CreateBuilder<JobLine>();
        foreach (var sweep in sweeps)
        {
            var trigger = await scheduler.GetTrigger(sweep.Clock, ct);
            var running = await scheduler.QueryFireInstances(new FireInstanceQuery { Job = sweep.Key }, ct);
            var status = await history.GetJobRunStatus(scheduler.SchedulerName, sweep.Key, ct);
            lines.Add(new(sweep.Name, sweep.Every, LastOf(running.Items is [var now, ..] ? now : null, status), status?.LastFailedAtUtc, trigger?.NextFireTimeUtc));
        }
        return lines.ToImmutable();
    }

    /// <summary>Has it run at once; when it runs already, once more after that.</summary>
    public void RunNow(ClaimsPrincipal who, string name)
    {
        Policies.Demand(who, Policies.Administrator);
        bell.Ring(sweeps.Single(s => s.Name == name));
    }

    private static SweepRun? LastOf(FireInstance? running, JobRunStatus? status) => (running, status) switch
    {
        ({ } now, _) => new(now.FireTimeUtc, null, null),
        (_, { } last) => new(last.LastFiredAtUtc, last.LastDuration, last.LastResult is JobRunResult.Failed ? last.LastSummary ?? "?" : null),
        _ => null,
    };
}

/// <summary>One job as the page shows it.</summary>
/// <param name="FailedAt">When a run last failed, on whatever node; null when none did.</param>
/// <param name="NextAt">Null when it is on no schedule.</param>
public sealed record JobLine(string Name, TimeSpan Every, SweepRun? Last, DateTimeOffset? FailedAt, DateTimeOffset? NextAt);

/// <summary>One run of a sweep, on whatever node.</summary>
/// <param name="Took">Null while it runs.</param>
/// <param name="Fault">The kind of exception that ended it, or null.</param>
public sealed record SweepRun(DateTimeOffset StartedAt, TimeSpan? Took, string? Fault);
