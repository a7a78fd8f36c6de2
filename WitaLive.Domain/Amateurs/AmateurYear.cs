using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Amateurs;

/// <summary>What is above a limit.</summary>
public enum AmateurExcess
{
    /// <summary>More days than a year allows.</summary>
    Days,

    /// <summary>More days one after the other with the same one who engages.</summary>
    InARow,

    /// <summary>More for the day.</summary>
    Indemnity,

    /// <summary>More for travel.</summary>
    Travel,
}

/// <summary>A calendar year of an amateur beside its limits.</summary>
/// <param name="Days">Calendar days, each counted once. Unit: days.</param>
/// <param name="Total">Of the indemnities, without travel. Unit: euro.</param>
/// <param name="Contribution">What is owed on the whole; null when the year's amounts are not known. Unit: euro.</param>
/// <param name="Amounts">Null when nobody has entered them.</param>
/// <param name="Excesses">Each with the day that goes too far.</param>
/// <remarks>Source: royal decree of 28 November 1969, art. 17sexies; law of 16 December 2022, art. 8 to 16.</remarks>
public sealed record AmateurYear(
    int Year, int Days, decimal Total, decimal? Contribution, AmateurAmounts? Amounts, ImmutableArray<(AmateurDay Day, AmateurExcess Excess)> Excesses)
{
    /// <param name="all">Of other years too: a row of days may begin in the year before.</param>
    public static AmateurYear Of(int year, IEnumerable<AmateurDay> all, AmateurRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var sorted = all.OrderBy(day => day.Day).ThenBy(day => day.Contractor, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        var (mine, amounts) = (sorted.Where(day => day.Day.Year == year).ToImmutableArray(), rule.In(year));
        var (counted, total) = (mine.Select(day => day.Day).Distinct().ToList(), mine.Sum(day => day.Indemnity));
        var excesses = new List<(AmateurDay, AmateurExcess)>();
        foreach (var day in mine)
        {
            if (counted.IndexOf(day.Day) >= rule.DaysAYear)
                excesses.Add((day, AmateurExcess.Days));
            if (RowUntil(day, sorted) > rule.DaysInARow)
                excesses.Add((day, AmateurExcess.InARow));
            if (day.Indemnity > amounts?.ADay)
                excesses.Add((day, AmateurExcess.Indemnity));
            if (day.Travel > amounts?.Travel)
                excesses.Add((day, AmateurExcess.Travel));
        }
        decimal? contribution = amounts is null ? null : total > amounts.AYear ? decimal.Round(total * rule.ContributionPercent / 100, 2, MidpointRounding.AwayFromZero) : 0;
        return new(year, counted.Count, total, contribution, amounts, [.. excesses]);
    }

    // How many days one after the other with the same one who engages end on this one.
    private static int RowUntil(AmateurDay last, ImmutableArray<AmateurDay> all)
    {
        var days = all.Where(day => day.IsWith(last.Contractor)).Select(day => day.Day).ToHashSet();
        var row = 0;
        while (days.Contains(last.Day.AddDays(-row)))
            row++;
        return row;
    }
}
