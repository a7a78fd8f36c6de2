using Quartz;

namespace WitaLive.App.Jobs;

/// <summary>Puts every registered sweep on the scheduler, and passes the bell on to it.</summary>
internal sealed class SweepSchedule(ISchedulerFactory schedulers, IEnumerable<Sweep> sweeps, JobBell bell, ILogger<SweepSchedule> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var sweep in sweeps)
        {
            var trigger = TriggerBuilder.Create().WithIdentity(sweep.Name).ForJob(sweep.Key).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(sweep.Every).RepeatForever()).Build();
            await scheduler.ScheduleJob(sweep.MakeJob(), trigger, cancellationToken: cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await foreach (var sweep in bell.ListenAsync(stoppingToken))
        {
            try
            {
                await scheduler.TriggerJob(sweep.Key, cancellationToken: stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                sweep.AnswerRing();
                log.LogError(e, "Sweep {Sweep} could not be rung; it runs at its next time.", sweep.Name);
            }
        }
    }
}
