namespace WitaLive.Domain.Planning;

/// <summary>When an item begins, as planned.</summary>
/// <param name="Waits">How long the meeting waits for its fixed hour. Unit: minutes.</param>
/// <param name="Late">How long after its fixed hour it begins, because of what stands before it. Unit: minutes.</param>
public sealed record ItemTime(DateTimeOffset Start, int Waits, int Late);

/// <summary>Lays items out one after the other; a hearing at a fixed hour does not begin before it.</summary>
public static class AgendaTimes
{
    /// <param name="items">In their order: what each takes, in minutes, and the hour before which it does not begin.</param>
    /// <returns>One for each, and the end of the last.</returns>
    public static (ImmutableArray<ItemTime> Items, DateTimeOffset End) Of(DateTimeOffset start, IEnumerable<(int Minutes, DateTimeOffset? NotBefore)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var times = ImmutableArray.CreateBuilder<ItemTime>();
        var at = start;
        foreach (var (minutes, notBefore) in items)
        {
            var (waits, late) = notBefore is not { } hour ? (0, 0) : (Whole(hour - at), Whole(at - hour));
            at = at.AddMinutes(waits);
            times.Add(new(at, waits, late));
            at = at.AddMinutes(minutes);
        }
        return (times.ToImmutable(), at);
    }

    private static int Whole(TimeSpan span) => span > TimeSpan.Zero ? (int)Math.Ceiling(span.TotalMinutes) : 0;
}
