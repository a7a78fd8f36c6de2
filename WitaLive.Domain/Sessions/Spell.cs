namespace WitaLive.Domain.Sessions;

/// <summary>A time from one instant to a later one, and what several of them come to together.</summary>
public readonly record struct Spell(DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until > From ? Until - From : TimeSpan.Zero;

    /// <summary>How long the spells last together; time in which several of them run counts once.</summary>
    public static TimeSpan Together(IEnumerable<Spell> spells)
    {
        var (sum, end) = (TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var spell in spells.Where(s => s.Until > s.From).OrderBy(s => s.From))
        {
            if (spell.Until <= end)
                continue;
            sum += spell.Until - (spell.From > end ? spell.From : end);
            end = spell.Until;
        }
        return sum;
    }

    /// <summary>What is left of the spells without the time of others.</summary>
    public static IEnumerable<Spell> Without(IEnumerable<Spell> spells, IReadOnlyCollection<Spell> others) =>
        others.Aggregate(spells, (rest, other) => rest.SelectMany(spell => spell.Without(other)));

    /// <summary>The part within another spell; of no length when they do not meet.</summary>
    public Spell Within(Spell other) => new(From > other.From ? From : other.From, Until < other.Until ? Until : other.Until);

    private IEnumerable<Spell> Without(Spell other)
    {
        if (Within(other).Length == TimeSpan.Zero)
            return [this];
        return new[] { this with { Until = other.From }, this with { From = other.Until } }.Where(s => s.Length > TimeSpan.Zero);
    }
}
