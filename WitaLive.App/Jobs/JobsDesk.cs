using System.Security.Claims;
using Quartz;
using WitaLive.App.Access;

namespace WitaLive.App.Jobs;

/// <summary>What the jobs page shows and does, for those who may.</summary>
public sealed class JobsDesk(ISchedulerFactory schedulers, IEnumerable<Sweep> sweeps, JobBell bell)
{
    public async Task<ImmutableArray<JobLine>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        var scheduler = await schedulers.GetScheduler(ct);
        var lines = ImmutableArray.CreateBuilder<JobLine>();
        foreach (var sweep in sweeps)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(sweep.Name), ct);
            lines.Add(new(sweep.Name, sweep.Every, sweep.Last, trigger?.NextFireTimeUtc));
        }
        return lines.ToImmutable();
    }

    /// <summary>Has it run at once; when it runs already, once more after that.</summary>
    public void RunNow(ClaimsPrincipal who, string name)
    {
        Policies.Demand(who, Policies.Administrator);
        bell.Ring(sweeps.Single(s => s.Name == name));
    }
}

/// <summary>One job as the page shows it.</summary>
/// <param name="NextAt">Null when the scheduler does not run.</param>
public sealed record JobLine(string Name, TimeSpan Every, SweepRun? Last, DateTimeOffset? NextAt);
