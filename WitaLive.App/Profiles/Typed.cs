using System.Globalization;
using WitaLive.App.Controls;

namespace WitaLive.App.Profiles;

/// <summary>Days and numbers as people type them.</summary>
internal static class Typed
{
    public static string Of(DateOnly? day) => day is { } typed ? DayText.Of(typed) : "";

    public static string Of(decimal? amount) => AmountText.Of(amount);

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null where nothing was chosen.</summary>
    public static TWord? Word<TWord>(string chosen) where TWord : struct, Enum => Enum.TryParse<TWord>(chosen, out var word) ? word : null;

    /// <summary>Null for what is no day: a field that was emptied.</summary>
    public static DateOnly? Day(string text) => DayText.Read(text);

    /// <returns>False for what is no amount; an empty text is none.</returns>
    public static bool TryAmount(string text, out decimal? amount)
    {
        amount = AmountText.Read(text);
        return amount is not null || string.IsNullOrWhiteSpace(text);
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
