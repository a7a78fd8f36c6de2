namespace WitaLive.Domain.Figures;

/// <summary>How long something takes: half of all cases take no longer than the median, nine of ten no longer than the other. Unit: days.</summary>
/// <param name="Median">Of an even number of cases, the middle between the two in the middle.</param>
/// <param name="Ninetieth">The shortest time within which at least nine of ten cases are over.</param>
public sealed record Spread(int Count, decimal Median, int Ninetieth)
{
    /// <returns>Null for no case at all: nothing has no middle.</returns>
    public static Spread? Of(IEnumerable<int> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var sorted = days.Order().ToArray();
        if (sorted.Length == 0)
            return null;
        var half = sorted.Length / 2;
        return new(sorted.Length, sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2m, sorted[((9 * sorted.Length) + 9) / 10 - 1]);
    }
}
