using System.Globalization;
using System.Text.RegularExpressions;

namespace WitaLive.App.Public;

/// <summary>Reads an amount as people type it into a page without script: 30000, 30.000,50, 30 000 or 30,000.50, whatever the language of the page.</summary>
internal static partial class TypedEuro
{
    /// <summary>Unit: euro; below it.</summary>
    public const decimal Most = 10_000_000;

    /// <summary>Null when it is no amount, negative, has more than two decimals, or is too large.</summary>
    public static decimal? Read(string? typed, decimal most = Most)
    {
        // Three digits after a sign are thousands, one or two are cents.
        var read = Amount().Match((typed ?? "").Trim());
        if (!read.Success)
            return null;
        var whole = new string([.. read.Groups["whole"].Value.Where(char.IsAsciiDigit)]);
        return decimal.TryParse($"{whole}.{read.Groups["cents"].Value}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < most ? amount : null;
    }

    [GeneratedRegex(@"^(?<whole>[0-9]+|[0-9]{1,3}(?:[.,'’ \u00a0\u202f][0-9]{3})+)(?:[.,](?<cents>[0-9]{1,2}))?$")]
    private static partial Regex Amount();
}
