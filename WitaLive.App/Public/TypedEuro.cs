using System.Globalization;

namespace WitaLive.App.Public;

/// <summary>Reads an amount as people type it into a page without script: with a comma or a point, whatever the language of the page.</summary>
internal static class TypedEuro
{
    /// <summary>Unit: euro; below it.</summary>
    public const decimal Most = 10_000_000;

    /// <summary>Null when it is no amount, negative, has more than two decimals, or is too large.</summary>
    public static decimal? Read(string? typed, decimal most = Most) =>
        decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < most && decimal.Round(amount, 2) == amount ? amount : null;
}
