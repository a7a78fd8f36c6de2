using System.Collections.Concurrent;

namespace WitaLive.App.Access;

/// <summary>Slows down whoever guesses passwords: so many failures a minute for one account from one address, for one address, and for one account.</summary>
/// <remarks>
/// Failures only, for a whole plenary may sign in from behind one address within a minute; what is refused here is none, or one who goes on trying
/// would shut out everybody else behind that address. For an account from anywhere the measure is wide:
/// whoever knows an address could otherwise keep its owner out of a meeting with a handful of wrong passwords. At the door it is strict for
/// devices from which nobody has signed in to that account, and none for the others: see <see cref="KnownDevices"/>.
/// </remarks>
public sealed class SignInGate(TimeProvider clock)
{
    public const int FailuresPerAccount = 5;

    public const int FailuresPerAddress = 30;

    public const int FailuresFromAnywhere = 100;

    /// <summary>Within an hour, on devices that have never signed in to the account.</summary>
    public const int FailuresOfStrangers = 20;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_ofStrangers = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _failures = [];
    private long _sweptAt;

    /// <summary>Counts an attempt as failed before it is made, so that many at once do not slip through. Null when it is to be refused.</summary>
    /// <returns>What is to be called when the attempt succeeds.</returns>
    public Action? TryEnter(string account, string address) =>
        TryEnter([.. Here(account, address), ($"account {account}", FailuresFromAnywhere, s_window)], out _);

    /// <summary>The same at the door.</summary>
    /// <param name="device">What the device is called, when somebody has signed in from it to this account before; null for a stranger.</param>
    /// <param name="until">When a stranger may try again, when others like it tried too much for this account.</param>
    public Action? TryEnter(string account, string address, string? device, out DateTimeOffset? until) => TryEnter(
        device is null ? [.. Here(account, address), ($"strangers {account}", FailuresOfStrangers, s_ofStrangers)] : Here(account, address), out until);

    private static (string Key, int Most, TimeSpan Within)[] Here(string account, string address) =>
        [($"address {address}", FailuresPerAddress, s_window), ($"account {account} address {address}", FailuresPerAccount, s_window)];

    private Action? TryEnter((string Key, int Most, TimeSpan Within)[] measures, out DateTimeOffset? until)
    {
        var now = clock.GetUtcNow();
        Sweep(now);
        until = null;
        var counted = new List<string>();
        foreach (var (key, most, within) in measures)
        {
            if (TryCount(key, most, within, now) is { } free)
            {
                ForgetAll();
                until = within == s_ofStrangers ? free : null;
                return null;
            }
            counted.Add(key);
        }
        return ForgetAll;

        void ForgetAll() => counted.ForEach(key => Forget(key, now));
    }

    // When there is room again; null when it was counted.
    private DateTimeOffset? TryCount(string key, int most, TimeSpan within, DateTimeOffset now)
    {
        var failures = _failures.GetOrAdd(key, _ => new());
        lock (failures)
        {
            while (failures.TryPeek(out var first) && first <= now - within)
                failures.Dequeue();
            if (failures.Count >= most)
                return failures.Peek() + within;
            failures.Enqueue(now);
            return null;
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

    // What nobody has asked about for so long is dropped, or a guesser of names would fill the memory; looked for once a minute.
    private void Sweep(DateTimeOffset now)
    {
        var swept = Interlocked.Read(ref _sweptAt);
        if (_failures.Count < 10_000 || now.Ticks - swept < s_window.Ticks || Interlocked.CompareExchange(ref _sweptAt, now.Ticks, swept) != swept)
            return;
        foreach (var (key, failures) in _failures)
            lock (failures)
                if (failures.All(f => f <= now - (key.StartsWith("strangers ", StringComparison.Ordinal) ? s_ofStrangers : s_window)))
                    _failures.TryRemove(new(key, failures));
    }
}
