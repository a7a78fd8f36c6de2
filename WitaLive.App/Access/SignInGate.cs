using System.Collections.Concurrent;

namespace WitaLive.App.Access;

/// <summary>Slows down whoever guesses passwords: so many failures a minute for one account, and for one address.</summary>
/// <remarks>Failures only, for a whole plenary may sign in from behind one address within a minute.</remarks>
public sealed class SignInGate(TimeProvider clock)
{
    public const int FailuresPerAccount = 5;

    public const int FailuresPerAddress = 30;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _failures = [];

    /// <summary>Counts an attempt as failed before it is made, so that many at once do not slip through. Null when it is to be refused.</summary>
    /// <returns>What is to be called when the attempt succeeds.</returns>
    public Action? TryEnter(string account, string address)
    {
        var now = clock.GetUtcNow();
        Sweep(now);
        var (byAccount, byAddress) = ("account " + account, "address " + address);
        if (!TryCount(byAddress, FailuresPerAddress, now))
            return null;
        if (!TryCount(byAccount, FailuresPerAccount, now))
            return null;
        return () =>
        {
            Forget(byAccount, now);
            Forget(byAddress, now);
        };
    }

    private bool TryCount(string key, int most, DateTimeOffset now)
    {
        var failures = _failures.GetOrAdd(key, _ => new());
        lock (failures)
        {
            while (failures.TryPeek(out var first) && first <= now - s_window)
                failures.Dequeue();
            if (failures.Count >= most)
                return false;
            failures.Enqueue(now);
            return true;
        }
    }

    private void Forget(string key, DateTimeOffset at)
    {
        if (!_failures.TryGetValue(key, out var failures))
            return;
        lock (failures)
        {
            var kept = failures.ToList();
            if (!kept.Remove(at))
                return;
            failures.Clear();
            kept.ForEach(failures.Enqueue);
        }
    }

    // What nobody has asked about for a minute is dropped, or a guesser of names would fill the memory.
    private void Sweep(DateTimeOffset now)
    {
        if (_failures.Count < 10_000)
            return;
        foreach (var (key, failures) in _failures)
            lock (failures)
                if (failures.All(f => f <= now - s_window))
                    _failures.TryRemove(new(key, failures));
    }
}
