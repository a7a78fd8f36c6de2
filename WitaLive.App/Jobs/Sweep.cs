using Quartz;

namespace WitaLive.App.Jobs;

/// <summary>A registered sweep: what runs, under which name, how often. Safe to use from anywhere.</summary>
public sealed class Sweep(Type type, string name, TimeSpan every)
{
    private int _rung;

    public Type Type { get; } = type;

    /// <summary>A code; its words for people stand under the same key in JobTexts.</summary>
    public string Name { get; } = name;

    public TimeSpan Every { get; } = every;

    internal JobKey Key { get; } = new(name);

    internal TriggerKey Clock => new(Name);

    internal IJobDetail MakeJob() => JobBuilder.Create<RunSweep>().WithIdentity(Key).StoreDurably().Build();

    /// <summary>From now on, and at once after a time in which nothing ran.</summary>
    internal ITrigger MakeClock(TimeProvider clock) => TriggerBuilder.Create(clock).WithIdentity(Clock).ForJob(Key).StartNow()
        .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
        .Build();

    /// <summary>One run, now. Its name is the same for all nodes: one that waits is replaced, so that many rings wait as one.</summary>
    internal ITrigger MakeRing(TimeProvider clock) => TriggerBuilder.Create(clock).WithIdentity($"{Name}, rung").ForJob(Key).StartNow().Build();

    // True for the first ring since the last was handed to the scheduler.
    internal bool TryRing() => Interlocked.Exchange(ref _rung, 1) == 0;

    // Before it is handed over, not after: what is committed from here on rings anew.
    internal void AnswerRing() => Interlocked.Exchange(ref _rung, 0);
}
