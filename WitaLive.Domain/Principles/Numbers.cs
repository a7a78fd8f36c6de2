using System.Text.RegularExpressions;

namespace WitaLive.Domain.Principles;

/// <summary>Numbers by which somebody is reached or paid: telephones as they are written in Belgium, and accounts whose check digits fit.</summary>
internal static partial class Numbers
{
    // ISO 13616: no account of any country is shorter or longer.
    private const int ShortestAccount = 15;
    private const int LongestAccount = 34;

    // No country has fewer; of other words that begin like an account one in 97 passes the check.
    private const int FewestDigits = 12;

    public static IEnumerable<(int At, int Length)> Telephones(string text)
    {
        var accounts = Accounts(text).ToList();
        return Telephone().Matches(text).Select(found => (found.Index, found.Length)).Where(found => !accounts.Exists(account => account.At <= found.Index && found.Index < account.At + account.Length));
    }

    /// <summary>An account number in any country's form (IBAN), with or without its spaces.</summary>
    public static IEnumerable<(int At, int Length)> Accounts(string text)
    {
        foreach (Match start in AccountStart().Matches(text))
        {
            if (AccountAt(text, start.Index) is > 0 and var length)
                yield return (start.Index, length);
        }
    }

    // The longest piece that ends with a word and whose check digits fit (ISO 7064, 97-10); 0 for none.
    private static int AccountAt(string text, int start)
    {
        var (kept, longest) = ("", 0);
        for (var at = start; at < text.Length && kept.Length < LongestAccount; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
                kept += char.ToUpperInvariant(text[at]);
            else if (!IsBetween(text[at]) || (at > start && IsBetween(text[at - 1])))
                break;
            var endsHere = at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
            if (char.IsAsciiLetterOrDigit(text[at]) && endsHere && kept.Length >= ShortestAccount && IsChecked(kept))
                longest = at + 1 - start;
        }
        return longest;
    }

    private static bool IsChecked(string account) =>
        account.Count(char.IsAsciiDigit) >= FewestDigits && account[4..].Concat(account[..4]).Aggregate(0, (rest, c) => char.IsAsciiDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97) == 1;

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is '-' or '.' or '‑';

    [GeneratedRegex(@"(?<!\w)[A-Z]{2}[\s.‑-]?\d{2}", RegexOptions.IgnoreCase)]
    private static partial Regex AccountStart();

    // From abroad, then mobile (04xx), then fixed: a zone of two digits with seven after it, or of three with six. A day with its year is none of them.
    [GeneratedRegex(
        """
        (?<![\w+])(?<!\d[.,])(?:
          (?:\+|00)[1-9]\d{0,2}[\s./()‑-]{0,3}(?:\(0\)[\s./‑-]{0,2})?\d(?:[\s./()‑-]{0,2}\d){6,11}
        | 0[\s]?4\d{2}[\s./‑-]{0,3}\d{2}[\s.‑-]?\d{2}[\s.‑-]?\d{2}
        | 0[\s]?4\d{2}[\s./‑-]{0,3}\d{3}[\s.‑-]?\d{3}
        | \(?0[2349]\)?[\s./‑-]{0,3}[1-9]\d{2}[\s.‑-]?\d{2}[\s.‑-]?\d{2}
        | \(?0[1-9]\d\)?[\s./‑-]{0,3}[1-9]\d[\s.‑-]?\d{2}[\s.‑-]?\d{2}
        )(?!\d)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Telephone();
}
