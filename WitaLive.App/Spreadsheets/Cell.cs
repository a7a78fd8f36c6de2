using System.Globalization;

namespace WitaLive.App.Spreadsheets;

/// <summary>One value on its way into a sheet. There is no kind of cell that computes: a formula cannot be made.</summary>
public readonly record struct Cell
{
    // The largest whole number a spreadsheet keeps exactly; what is longer (an account, a national number) is written as text.
    private const long LargestExact = 999_999_999_999_999;
    private static readonly DateTime s_firstDay = new(1900, 3, 1);
    private static readonly TimeZoneInfo s_brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    private Cell(CellStyle style, string? text, string? digits) => (Style, Words, Digits) = (style, text, digits);

    public static Cell Empty => default;

    internal CellStyle Style { get; }

    internal string? Words { get; }

    internal string? Digits { get; }

    public static Cell Text(string? text) => string.IsNullOrEmpty(text) ? Empty : new(CellStyle.Text, text, null);

    /// <summary>A label or a subtitle, in bold.</summary>
    public static Cell Strong(string? text) => string.IsNullOrEmpty(text) ? Empty : new(CellStyle.Strong, text, null);

    public static Cell Whole(long number) => Math.Abs(number) <= LargestExact
        ? new(CellStyle.Whole, null, number.ToString(CultureInfo.InvariantCulture))
        : Text(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number shown with two decimals; all of them are kept.</summary>
    public static Cell Number(decimal number) => new(CellStyle.Number, null, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A rate or an index, shown with four decimals; all of them are kept.</summary>
    public static Cell Rate(decimal number) => new(CellStyle.Rate, null, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A share of one that is held against a limit, shown in per cent with two decimals, rounded down: 59.999 % never reads 60.</summary>
    public static Cell Percentage(decimal share) =>
        new(CellStyle.Percentage, null, (Math.Floor(share * 10_000) / 10_000).ToString(CultureInfo.InvariantCulture));

    /// <summary>A share of one that no limit is held against, shown in per cent with two decimals, rounded to the nearest.</summary>
    public static Cell Share(decimal share) =>
        new(CellStyle.Percentage, null, Math.Round(share, 4, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture));

    /// <summary>An exact fraction, as text: a spreadsheet would round it, or take 5/9 for a day in September.</summary>
    public static Cell Fraction(long numerator, long denominator) => numerator % denominator == 0
        ? new(CellStyle.Fraction, (numerator / denominator).ToString(CultureInfo.InvariantCulture), null)
        : new(CellStyle.Fraction, string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}"), null);

    public static Cell Day(DateOnly? day) => day is { } d ? Moment(CellStyle.Day, d.ToDateTime(default), "yyyy-MM-dd") : Empty;

    public static Cell Time(TimeOnly? time) =>
        time is { } t ? new(CellStyle.Time, null, t.ToTimeSpan().TotalDays.ToString("R", CultureInfo.InvariantCulture)) : Empty;

    /// <summary>An instant, shown in Brussels time to the second.</summary>
    public static Cell Instant(DateTimeOffset? instant) =>
        instant is { } i ? Moment(CellStyle.Instant, TimeZoneInfo.ConvertTime(i, s_brussels).DateTime, "yyyy-MM-dd HH:mm:ss") : Empty;

    /// <summary>The hour of an instant in Brussels, without its day.</summary>
    public static Cell Hour(DateTimeOffset? instant) =>
        instant is { } i ? Time(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(i, s_brussels).DateTime)) : Empty;

    // Spreadsheets know no day before 1900 and count a 29 February 1900 that never was: earlier days are written out.
    private static Cell Moment(CellStyle style, DateTime moment, string written) => moment < s_firstDay
        ? Text(moment.ToString(written, CultureInfo.InvariantCulture))
        : new(style, null, moment.ToOADate().ToString("R", CultureInfo.InvariantCulture));
}
