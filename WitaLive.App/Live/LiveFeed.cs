using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace WitaLive.App.Live;

/// <summary>
/// The latest value, and everyone watching it. Watchers are woken and then read what is newest: a slow one skips
/// values, sees none twice in the wrong order, and never holds up the publisher or another watcher.
/// </summary>
/// <remarks>What travels is a bell, not the value: a channel that carries values ends on an old one when two publishers overtake each other.</remarks>
public sealed class LiveFeed<T>(T first) where T : class
{
    private readonly Lock _gate = new();
    private ImmutableHashSet<ChannelWriter<bool>> _watchers = [];
    private T _latest = first;

    public T Latest => Volatile.Read(ref _latest);

    public int Watchers => _watchers.Count;

    public void Publish(T value)
    {
        if (ReferenceEquals(value, _latest))
            return;

        ImmutableHashSet<ChannelWriter<bool>> watchers;
        lock (_gate) // or someone who comes this moment might neither see the value nor be woken for it
            (_latest, watchers) = (value, _watchers);
        foreach (var watcher in watchers)
            watcher.TryWrite(true);
    }

    public async IAsyncEnumerable<T> WatchAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate)
            _watchers = _watchers.Add(bell.Writer);

        try
        {
            T? seen = null;
            while (true)
            {
                if (Latest is var latest && !ReferenceEquals(latest, seen))
                    yield return seen = latest;
                else
                    await bell.Reader.ReadAsync(ct);
            }
        }
        finally
        {
            lock (_gate)
                _watchers = _watchers.Remove(bell.Writer);
        }
    }
}
