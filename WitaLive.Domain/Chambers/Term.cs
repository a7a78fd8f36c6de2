namespace WitaLive.Domain.Chambers;

/// <summary>Days from <see cref="From"/> to <see cref="Until"/>, both included; open when there is no end.</summary>
public sealed record Term
{
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public Term(DateOnly from, DateOnly? until)
    {
        if (until < from)
            throw new ArgumentException($"A term cannot end on {until:O}, before it starts on {from:O}.", nameof(until));
        (From, Until) = (from, until);
    }

    public DateOnly From { get; }

    public DateOnly? Until { get; }

    public bool Contains(DateOnly day) => From <= day && day <= (Until ?? DateOnly.MaxValue);

    public bool Overlaps(Term other) => From <= (other.Until ?? DateOnly.MaxValue) && other.From <= (Until ?? DateOnly.MaxValue);
}
