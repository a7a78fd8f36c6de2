namespace WitaLive.Domain.Rules;

/// <summary>What is paid back to whoever came to a meeting, by the cheapest means and on a signed statement.</summary>
/// <param name="Groups">Whose members are paid back.</param>
/// <param name="Offices">Which holders of an office are.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 9; royal decree of 18 January 1965, art. 3 and 13.</remarks>
public sealed record TravelRule(
    ImmutableArray<GroupCode> Groups, ImmutableArray<ChairRole> Offices, ImmutableArray<TravelMeans> Means, ImmutableArray<string> Source)
{
    /// <summary>Null for a code that is none.</summary>
    public TravelMeans? Find(string code) => Means.FirstOrDefault(m => m.Code == code);
}

/// <summary>A way of coming.</summary>
/// <param name="ByKilometre">So much a kilometre; otherwise what the tickets cost.</param>
/// <param name="Rates">What a kilometre is worth, for a time.</param>
public sealed record TravelMeans(string Code, bool ByKilometre, ImmutableArray<KilometreRate> Rates)
{
    /// <summary>Null when nobody has said what a kilometre is worth on that day: nothing is guessed (law reference §10, O-15).</summary>
    public decimal? RateOn(DateOnly day) => Rates.FirstOrDefault(r => r.From <= day && day <= r.Until)?.Amount;
}

/// <param name="Until">Included.</param>
/// <param name="Amount">Unit: euro a kilometre.</param>
public sealed record KilometreRate(DateOnly From, DateOnly Until, decimal Amount)
{
    public DateOnly Until { get; } = Until >= From ? Until : throw new ArgumentException("A rate ends before it begins.", nameof(Until));

    public decimal Amount { get; } = Amount > 0 ? Amount : throw new ArgumentException("A rate is above 0.", nameof(Amount));
}
