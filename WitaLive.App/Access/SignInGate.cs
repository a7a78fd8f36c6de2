using System.Collections.Concurrent;

namespace WitaLive.App.Access;

/// <summary>Slows down whoever guesses passwords: so many failures a minute for one account from one address, for one address, and for one account.</summary>
/// <remarks>
/// Failures only, for a whole plenary may sign in from behind one address within a minute; what is refused here is none, or one who goes on trying
/// would shut out everybody else behind that address. For an account from anywhere the measure is wide:
/// whoever knows an address could otherwise keep its owner out of a meeting with a handful of wrong passwords.
/// </remarks>
public sealed class SignInGate(TimeProvider clock)
{
    public const int FailuresPerAccount = 5;

    public const int FailuresPerAddress = 30;

    public const int FailuresFromAnywhere = 100;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _failures = [];

    /// <summary>Counts an attempt as failed before it is made, so that many at once do not slip through. Null when it is to be refused.</summary>
    /// <returns>What is to be called when the attempt succeeds.</returns>
    public Action? TryEnter(string account, string address)
    {
        var now = clock.GetUtcNow();
        Sweep(now);
        (string Key, int Most)[] measures =
        [
            ($"address {address}", FailuresPerAddress), ($"account {account} address {address}", FailuresPerAccount), ($"account {account}", FailuresFromAnywhere),
        ];
        var counted = measures.TakeWhile(measure => TryCount(measure.Key, measure.Most, now)).ToList();
        if (counted.Count == measures.Length)
            return ForgetAll;
        ForgetAll();
        return null;

        void ForgetAll() => counted.ForEach(measure => Forget(measure.Key, now));
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
