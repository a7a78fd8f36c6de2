using Quartz;

namespace WitaLive.App.Jobs;

/// <summary>A registered sweep and how its last run on this node went. Safe to read from anywhere.</summary>
public abstract class Sweep(Type type, string name, TimeSpan every)
{
    private volatile SweepRun? _last;
    private int _rung;

    public Type Type { get; } = type;

    internal JobKey Key => new(Name);

    /// <summary>A code; its words for people stand under the same key in JobTexts.</summary>
    public string Name { get; } = name;

    public TimeSpan Every { get; } = every;

    /// <summary>The run under way or the last one; null before the first.</summary>
    public SweepRun? Last
    {
        get => _last;
        internal set => _last = value;
    }

    internal abstract IJobDetail MakeJob();

    // True for the first ring since the last run started: rings in between are answered by that one run.
    internal bool TryRing() => Interlocked.Exchange(ref _rung, 1) == 0;

    // Before the work, not after it: what is committed from here on rings anew.
    internal void AnswerRing() => Interlocked.Exchange(ref _rung, 0);
}

internal sealed class Sweep<TJob>(string name, TimeSpan every) : Sweep(typeof(TJob), name, every) where TJob : class, ISweep
{
    internal override IJobDetail MakeJob() => JobBuilder.Create<QuartzSweep<TJob>>().WithIdentity(Key).StoreDurably().Build();
}

/// <summary>One run of a sweep on this node.</summary>
/// <param name="Took">Null while it runs.</param>
/// <param name="Fault">The kind of exception that ended it, or null.</param>
public sealed record SweepRun(DateTimeOffset StartedAt, TimeSpan? Took, string? Fault);
