using Quartz;

namespace WitaLive.App.Jobs;

/// <summary>Starts the scheduler once the site answers, has every registered sweep on the stored schedule, and passes the bell on to it.</summary>
internal sealed class SweepSchedule(
    ISchedulerFactory schedulers, IEnumerable<Sweep> sweeps, JobBell bell, IHostApplicationLifetime app, TimeProvider clock, ILogger<SweepSchedule> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await scheduler.Start(stoppingToken); // which makes the tables it needs
        await ScheduleAllAsync(scheduler, stoppingToken);
        await foreach (var sweep in bell.ListenAsync(stoppingToken))
        {
            sweep.AnswerRing();
            try
            {
                await scheduler.ScheduleJob(sweep.MakeRing(clock), ScheduleJobOptions.Replacing, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Sweep {Sweep} could not be rung; it runs at its next time.", sweep.Name);
            }
        }
    }

    private async Task StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = app.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }

    private async Task ScheduleAllAsync(IScheduler scheduler, CancellationToken ct)
    {
        foreach (var sweep in sweeps)
            await ScheduleAsync(scheduler, sweep, ct);
        var known = sweeps.Select(s => s.Key).ToHashSet();
        var gone = (await scheduler.QueryJobs(new JobQuery(), ct)).Items.Select(job => job.Key).Where(key => !known.Contains(key)).ToList();
        if (gone.Count > 0)
            await scheduler.DeleteJobs(gone, ct);
    }

    // What is stored goes on where it was: a restart neither brings a run forward nor forgets one that is overdue.
    private async Task ScheduleAsync(IScheduler scheduler, Sweep sweep, CancellationToken ct)
    {
        if (await scheduler.GetTrigger(sweep.Clock, ct) is not ISimpleTrigger stored || stored.RepeatInterval != sweep.Every)
            await scheduler.ScheduleJob(sweep.MakeJob(), sweep.MakeClock(clock), ScheduleJobOptions.Replacing, ct);
        else if (await scheduler.GetTriggerState(sweep.Clock, ct) is TriggerState.Error)
            await scheduler.ResetTriggerFromErrorState(sweep.Clock, ct);
    }
}
