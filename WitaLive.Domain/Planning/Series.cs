using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Planning;

/// <summary>Why a date of a series is not held, or what to beware of on it.</summary>
public enum DateMark
{
    /// <summary>Nothing to say.</summary>
    None,

    /// <summary>Shut in between days off: held, unless the planner leaves it out.</summary>
    Bridge,

    /// <summary>A legal holiday: never held.</summary>
    Holiday,

    /// <summary>Left out in a month in which the series is thinner.</summary>
    Thinned,
}

/// <summary>A date that a series comes to.</summary>
/// <param name="Holiday">Which one, on a holiday.</param>
public sealed record SeriesDate(DateOnly Day, DateMark Mark, Holiday? Holiday = null)
{
    public bool IsHeld => Mark is DateMark.None or DateMark.Bridge;
}

/// <summary>Every so many weeks on one weekday, such as every second Tuesday.</summary>
/// <param name="From">The first such weekday on or after it is the first date.</param>
/// <param name="Until">Included.</param>
/// <param name="Weeks">From one date to the next. Unit: weeks.</param>
/// <param name="IsThinned">Whether the months that the rule names are thinner.</param>
public sealed record Series(DateOnly From, DateOnly Until, DayOfWeek Weekday, int Weeks, bool IsThinned)
{
    public int Weeks { get; } = Weeks >= 1 ? Weeks : throw new ArgumentException("A series comes back after a week at the earliest.", nameof(Weeks));

    /// <summary>All its dates in order, those left out too. The rhythm goes on over a date that is left out.</summary>
    public ImmutableArray<SeriesDate> Dates(Notice notice, PlanningRule rule)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(rule);
        var dates = ImmutableArray.CreateBuilder<SeriesDate>();
        var thin = 0;
        for (var day = First; day <= Until; day = day.AddDays(7 * Weeks))
        {
            if (notice.HolidayOn(day) is { } holiday)
                dates.Add(new(day, DateMark.Holiday, holiday));
            else if (IsThinned && rule.ThinMonths.Contains(day.Month) && thin++ % rule.ThinEvery != 0)
                dates.Add(new(day, DateMark.Thinned));
            else
                dates.Add(new(day, notice.IsBridgeDay(day) ? DateMark.Bridge : DateMark.None));
        }
        return dates.ToImmutable();
    }

    private DateOnly First => From.AddDays(((int)Weekday - (int)From.DayOfWeek + 7) % 7);
}
