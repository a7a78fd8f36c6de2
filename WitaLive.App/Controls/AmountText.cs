using System.Globalization;
using System.Text.RegularExpressions;

namespace WitaLive.App.Controls;

/// <summary>An amount of euro as people type it: 30000, 30.000,50, 30 000 or 30,000.50.</summary>
internal static partial class AmountText
{
    /// <summary>Null for what is no amount, is negative or has more than two decimals; or, in an overlong row of digits, for what no number holds.</summary>
    /// <remarks>
    /// Three digits after a sign are thousands, one or two are cents, whichever sign it is: that can mean one thing only. Where a single sign stands before three digits it is
    /// the language of the page that says which it is: 12,345 is twelve thousand in English, and in French three decimals, which are none of euro.
    /// </remarks>
    public static decimal? Read(string? typed)
    {
        var read = Amount().Match((typed ?? "").Replace("€", "", StringComparison.Ordinal).Trim());
        if (!read.Success)
            return null;
        var (groups, cents) = (read.Groups["group"].Captures, read.Groups["cents"].Value);
        if (groups.Count == 1 && cents.Length == 0 && groups[0].Value == CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator)
            return null;
        var whole = new string([.. read.Groups["whole"].Value.Where(char.IsAsciiDigit)]);
        return whole.Length <= 26 && decimal.TryParse($"{whole}.{cents}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>As it is read in the language of the page, without thousands set apart.</summary>
    public static string Of(decimal? amount) => amount?.ToString("0.00", CultureInfo.CurrentCulture) ?? "";

    // One sign sets the thousands apart throughout, and another one the cents.
    [GeneratedRegex(@"^(?<whole>[0-9]+|[0-9]{1,3}(?<group>[.,'’ \u00a0\u202f])[0-9]{3}(?:(?<group>\k<group>)[0-9]{3})*)(?:(?!\k<group>)[.,](?<cents>[0-9]{1,2}))?$")]
    private static partial Regex Amount();
}
