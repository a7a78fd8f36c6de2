using System.Globalization;
using WitaLive.App.Controls;

namespace WitaLive.App.Profiles;

/// <summary>Days and numbers as people type them.</summary>
internal static class Typed
{
    public static string Of(DateOnly? day) => day is { } typed ? DayText.Of(typed) : "";

    public static string Of(decimal? amount) => amount?.ToString("0.00", CultureInfo.CurrentCulture) ?? "";

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null for what is no day: a field that was emptied.</summary>
    public static DateOnly? Day(string text) => DayText.Read(text);

    /// <summary>1.234,56 and 1,234.56 and 1 234,5 alike: the last sign with one or two digits after it is the decimal one.</summary>
    /// <returns>False for what is no amount; an empty text is none.</returns>
    public static bool TryAmount(string text, out decimal? amount)
    {
        amount = null;
        var bare = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c != '€')]);
        if (bare.Length == 0)
            return true;
        var last = bare.LastIndexOfAny([',', '.']);
        var isDecimal = last >= 0 && bare.Length - last - 1 is 1 or 2;
        var whole = isDecimal ? bare[..last] : bare;
        var written = whole.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) + (isDecimal ? "." + bare[(last + 1)..] : "");
        if (written.Length > 28 || !decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read))
            return false;
        amount = read;
        return true;
    }

    public static bool TryWhole(string text, out int? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        number = read;
        return true;
    }
}
