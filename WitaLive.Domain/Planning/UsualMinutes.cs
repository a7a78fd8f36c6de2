namespace WitaLive.Domain.Planning;

/// <summary>What an item takes, learned from those of its kind that were dealt with before.</summary>
/// <param name="PastItems">How many that is learned from; 0 when the setting answers.</param>
public sealed record UsualMinutes(int Minutes, int PastItems)
{
    /// <param name="otherwise">The setting, for when there is too little to learn from. Unit: minutes.</param>
    /// <param name="fewest">How many past items are enough.</param>
    public static UsualMinutes Learn(IReadOnlyCollection<TimeSpan> past, int otherwise, int fewest)
    {
        ArgumentNullException.ThrowIfNull(past);
        return past.Count >= Math.Max(1, fewest) ? new(Median(past), past.Count) : new(otherwise, 0);
    }

    // The one in the middle: one long hearing does not make every file long. A begun minute is a minute.
    private static int Median(IReadOnlyCollection<TimeSpan> past)
    {
        var ordered = past.Order().ToList();
        var middle = ordered.Count / 2;
        var median = ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
        return Math.Max(1, (int)Math.Ceiling(median.TotalMinutes));
    }
}
