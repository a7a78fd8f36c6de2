using System.Globalization;

namespace WitaLive.App.Fees;

internal static class FeeWords
{
    /// <summary>150,00 €</summary>
    public static string Euro(decimal amount) => amount.ToString("N2", CultureInfo.CurrentCulture) + "\u00a0€";
}
