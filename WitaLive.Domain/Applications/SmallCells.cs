namespace WitaLive.Domain.Applications;

/// <summary>Figures in which nobody can be recognised.</summary>
public static class SmallCells
{
    /// <summary>The counts with the small ones masked (null). When one alone would be masked, the next smallest is too: the total would give it away.</summary>
    /// <param name="counts">Of persons, each 0 or more. A count of none tells of nobody and is shown.</param>
    /// <param name="smallest">The smallest count that may be shown.</param>
    public static ImmutableArray<int?> Mask(ImmutableArray<int> counts, int smallest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 1);
        var masked = counts.Select(count => count > 0 && count < smallest ? (int?)null : count).ToArray();
        if (masked.Count(count => count is null) == 1 && Array.FindIndex(masked, count => count > 0) >= 0)
            masked[Array.IndexOf(masked, masked.Where(count => count > 0).Min())] = null;
        return [.. masked];
    }
}
