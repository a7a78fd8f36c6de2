using System.Threading.Channels;

namespace WitaLive.App.Jobs;

/// <summary>Has a sweep run now instead of at its next time. Rung after a commit; it may be lost, the schedule stands behind it.</summary>
public sealed class JobBell(IEnumerable<Sweep> sweeps)
{
    private readonly ImmutableDictionary<Type, Sweep> _sweeps = sweeps.ToImmutableDictionary(s => s.Type);
    private readonly Channel<Sweep> _rung = Channel.CreateUnbounded<Sweep>(new() { SingleReader = true });

    /// <summary>Returns at once and never fails. A node that does not run this sweep has nothing to ring.</summary>
    public void Ring<TJob>() where TJob : ISweep
    {
        if (_sweeps.TryGetValue(typeof(TJob), out var sweep))
            Ring(sweep);
    }

    internal void Ring(Sweep sweep)
    {
        if (sweep.TryRing())
            _rung.Writer.TryWrite(sweep);
    }

    internal IAsyncEnumerable<Sweep> ListenAsync(CancellationToken ct) => _rung.Reader.ReadAllAsync(ct);
}
