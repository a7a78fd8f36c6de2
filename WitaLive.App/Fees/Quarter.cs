using WitaLive.App.Languages;

namespace WitaLive.App.Fees;

/// <summary>Three months of a year, from 1 to 4.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly From => new(Year, 3 * Number - 2, 1);

    /// <summary>Included.</summary>
    public DateOnly Until => From.AddMonths(3).AddDays(-1);

    /// <summary>In Brussels.</summary>
    public DateTimeOffset Begins => BrusselsTime.At(From, TimeOnly.MinValue);

    /// <summary>When the next one begins.</summary>
    public DateTimeOffset Ends => BrusselsTime.At(Until.AddDays(1), TimeOnly.MinValue);

    public Quarter Before => Number > 1 ? new(Year, Number - 1) : new(Year - 1, 4);

    public Quarter After => Number < 4 ? new(Year, Number + 1) : new(Year + 1, 1);

    /// <summary>From an address.</summary>
    public string Query => $"year={Year}&quarter={Number}";

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>What an address names; null when that is no quarter one could ask for.</summary>
    public static Quarter? Of(int? year, int? number) => year is >= 2020 and <= 2100 && number is >= 1 and <= 4 ? new(year.Value, number.Value) : null;
}
