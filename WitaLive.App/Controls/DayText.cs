using System.Globalization;

namespace WitaLive.App.Controls;

/// <summary>A day as date fields and addresses write it: 2026-11-26.</summary>
internal static class DayText
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null for what is no day.</summary>
    public static DateOnly? Read(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The same, of this century: null for a year that is still being typed, and where counting on would lead out of the calendar.</summary>
    public static DateOnly? ReadNear(string? text) => Read(text) is { Year: >= 2000 and <= 2100 } day ? day : null;
}
