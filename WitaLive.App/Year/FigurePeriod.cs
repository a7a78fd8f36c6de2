using WitaLive.App.Controls;
using WitaLive.App.Languages;

namespace WitaLive.App.Year;

/// <summary>The days over which figures count, both included, and the day on which they count what there is.</summary>
/// <param name="On">For the stock of files and the attestations in circulation.</param>
public readonly record struct FigurePeriod(DateOnly From, DateOnly Until, DateOnly On)
{
    /// <summary>In Brussels.</summary>
    public DateTimeOffset Begins => BrusselsTime.At(From, TimeOnly.MinValue);

    /// <summary>When the day after begins.</summary>
    public DateTimeOffset Ends => BrusselsTime.At(Until.AddDays(1), TimeOnly.MinValue);

    /// <summary>As an address has it.</summary>
    public string Query => $"from={DayText.Of(From)}&until={DayText.Of(Until)}&on={DayText.Of(On)}";

    /// <summary>Whether an address that names days names these: none of them is no day, and the last is not before the first.</summary>
    public bool IsAsAsked(string? from, string? until, string? on) => IsNothingOr(from, From) && IsNothingOr(until, Until) && IsNothingOr(on, On);

    private static bool IsNothingOr(string? asked, DateOnly day) => string.IsNullOrWhiteSpace(asked) || DayText.ReadNear(asked) == day;

    public bool Contains(DateOnly day) => From <= day && day <= Until;

    public static FigurePeriod OfYear(int year) => new(new(year, 1, 1), new(year, 12, 31), new(year, 12, 31));

    /// <summary>The year, with what there is counted on its last day, or on today while it runs: of a day to come nobody knows.</summary>
    public static FigurePeriod OfYear(int year, DateOnly today) => OfYear(year) is var whole && whole.On > today && whole.From <= today ? whole with { On = today } : whole;

    /// <summary>What an address names; what is missing or no day is the year so far.</summary>
    public static FigurePeriod Read(string? from, string? until, string? on, DateOnly today)
    {
        var first = DayText.ReadNear(from) ?? new(today.Year, 1, 1);
        var last = DayText.ReadNear(until) is { } asked && asked >= first ? asked : first > today ? first : DayText.ReadNear(from) is null || first.Year == today.Year ? today : new(first.Year, 12, 31);
        return new(first, last, DayText.ReadNear(on) ?? (last < today ? last : today));
    }
}
