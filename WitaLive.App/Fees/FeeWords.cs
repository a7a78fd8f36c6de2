using System.Globalization;
using WitaLive.App.Languages;

namespace WitaLive.App.Fees;

internal static class FeeWords
{
    /// <summary>150,00 € in French and German, € 150,00 in Dutch, €150.00 in English.</summary>
    public static string Euro(decimal amount)
    {
        var number = amount.ToString("N2", CultureInfo.CurrentCulture);
        return Language.Current.Code switch
        {
            "en" => "€" + number,
            "nl" => "€\u00a0" + number,
            _ => number + "\u00a0€",
        };
    }

    /// <summary>«December 2021» for 2021-12; what is no month stays as it is.</summary>
    public static string Month(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToMonth() : month;

    /// <summary>37,5 km, or 12,60 €</summary>
    public static string Quantity(decimal quantity, bool byKilometre) =>
        byKilometre ? quantity.ToString("0.##", CultureInfo.CurrentCulture) + "\u00a0km" : Euro(quantity);

    /// <summary>A number with a comma or a point; null for anything else.</summary>
    public static decimal? Read(string typed) =>
        decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
