using WitaLive.Bench.Circuits;

namespace WitaLive.Bench;

/// <summary>All circuits of a run: those of the voters first.</summary>
internal sealed class Screens : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Circuit[] _open;

    private Screens(Circuit[] open) => _open = open;

    public int Count => _open.Length;

    /// <summary>The state that the first screen shows.</summary>
    public int Version => _open[0].Version;

    public long Bytes => _open.Sum(c => c.Bytes);

    public long Batches => _open.Sum(c => (long)c.Batches);

    /// <summary>When the last screen came to what it shows now.</summary>
    public long NewestAt => _open.Max(c => c.VersionAt);

    public Circuit this[int number] => _open[number];

    public static async Task<Screens> OpenAsync(HttpClient http, Uri page, IEnumerable<Visitor> people)
    {
        var open = new List<(int Number, Circuit Circuit)>();
        await Parallel.ForEachAsync(people.Select((person, n) => (person, n)), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, ct) =>
        {
            var circuit = await Circuit.OpenAsync(http, page, one.person.Cookie, one.person.Votes ? Clicks.Buttons : [], ct);
            lock (open)
                open.Add((one.n, circuit));
        });
        return new([.. open.OrderBy(o => o.Number).Select(o => o.Circuit)]);
    }

    public int Behind(int version) => _open.Count(c => c.Version != version);

    /// <returns>When the last of all screens has received the state <paramref name="version"/> or a newer one.</returns>
    /// <exception cref="CircuitBrokenException">One of them broke.</exception>
    /// <exception cref="TimeoutException">One of them does not show it within 20 seconds.</exception>
    public async Task<long> ShowAsync(int version)
    {
        var (left, counted, gate) = (_open.Length, new bool[_open.Length], new Lock());
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < _open.Length; i++)
        {
            var number = i;
            _open[i].Moved = circuit => Look(circuit, number);
        }
        for (var i = 0; i < _open.Length; i++)
            Look(_open[i], i);
        await done.Task.WaitAsync(s_patience);
        return NewestAt;

        void Look(Circuit circuit, int number)
        {
            lock (gate)
            {
                if (circuit.Error is { } error)
                    done.TrySetException(new CircuitBrokenException($"Circuit {number + 1} of {_open.Length} broke: {error}"));
                if (counted[number] || circuit.Version < version)
                    return;
                counted[number] = true;
                if (--left == 0)
                    done.TrySetResult();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var circuit in _open)
            await circuit.DisposeAsync();
    }
}
