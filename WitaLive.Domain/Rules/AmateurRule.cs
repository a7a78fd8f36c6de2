namespace WitaLive.Domain.Rules;

/// <summary>The amounts of one year, each indexed on 1 January. Unit: euro.</summary>
/// <param name="ADay">The most for a day, from one who engages.</param>
/// <param name="Travel">The most for proven travel, a day and from one who engages.</param>
/// <param name="AYear">Above this in a year the contribution is owed on the whole.</param>
public sealed record AmateurAmounts(int Year, decimal ADay, decimal Travel, decimal AYear);

/// <summary>The limits of the amateur arts indemnity.</summary>
/// <param name="DaysAYear">The most in a calendar year. Unit: days.</param>
/// <param name="DaysInARow">The most one after the other with the same one who engages. Unit: days.</param>
/// <param name="ContributionPercent">The solidarity contribution. Unit: per cent.</param>
/// <param name="ReportAbove">Who grants more daily indemnities than this in a year owes the Commission a report by 1 March. Unit: indemnities.</param>
/// <param name="Amounts">Known years only; a missing one is said, never guessed (law reference §10, O-15).</param>
/// <exception cref="ArgumentException">A figure is not above zero, or a year stands there twice.</exception>
/// <remarks>
/// Source: law of 16 December 2022, art. 8 to 16; royal decree of 28 November 1969, art. 17sexies. The yearly amount of 2025 is counted from the daily one, which is
/// indexed alike.
/// </remarks>
public sealed record AmateurRule(
    DateOnly From, int DaysAYear, int DaysInARow, int ContributionPercent, int ReportAbove, ImmutableArray<AmateurAmounts> Amounts, ImmutableArray<string> Source) : IDated
{
    internal const string File = "amateurs.json";

    public int DaysAYear { get; } = Positive(DaysAYear, nameof(DaysAYear));

    public int DaysInARow { get; } = Positive(DaysInARow, nameof(DaysInARow));

    public int ContributionPercent { get; } = Positive(ContributionPercent, nameof(ContributionPercent));

    public int ReportAbove { get; } = Positive(ReportAbove, nameof(ReportAbove));

    public ImmutableArray<AmateurAmounts> Amounts { get; } = Amounts.Select(amounts => amounts.Year).Distinct().Count() == Amounts.Length && Amounts.All(one => one is { ADay: > 0, Travel: > 0, AYear: > 0 })
        ? Amounts : throw new ArgumentException("Each year has its amounts once, and all above zero.", nameof(Amounts));

    /// <summary>Null for a year whose amounts nobody has entered.</summary>
    public AmateurAmounts? In(int year) => Amounts.FirstOrDefault(amounts => amounts.Year == year);

    private static int Positive(int given, string name) => given >= 1 ? given : throw new ArgumentException($"{name} is below one.", name);
}
