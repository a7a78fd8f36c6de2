using System.Globalization;
using System.Text;

namespace WitaLive.Domain.Ties;

/// <summary>Why an item may be no matter for a member: with what they are tied, and it names it; or what they did before (rules of procedure, art. 53 § 1).</summary>
public enum TieKind
{
    Employer,
    Federation,
    Name,

    /// <summary>They stepped aside for the same file on another agenda; nothing one declares.</summary>
    EarlierRecusal,

    /// <summary>They stepped aside for the decision that this file is an appeal against; nothing one declares either.</summary>
    FirstRecusal,
}

/// <summary>Whether a text names something a member is tied to: the same words, one after the other, whatever their accents, capitals and hyphens.</summary>
public static class Tie
{
    /// <summary>Fewer letters than this name nobody. Unit: letters and digits.</summary>
    public const int Shortest = 3;

    public const int Longest = 200;

    public static ImmutableArray<TieKind> Declared { get; } = [TieKind.Employer, TieKind.Federation, TieKind.Name];

    /// <returns>Null when the words may be declared.</returns>
    public static Refusal? WhyNot(string words) =>
        words.Trim().Length > Longest || Words(words).Sum(word => word.Length) < Shortest ? new TieUnusable(Shortest, Longest) : null;

    public static bool IsNamedIn(string words, IEnumerable<string?> texts)
    {
        var wanted = Words(words);
        return wanted.Count > 0 && texts.OfType<string>().Select(Words).Any(text => Contains(text, wanted));
    }

    private static bool Contains(List<string> text, List<string> wanted) =>
        Enumerable.Range(0, Math.Max(0, text.Count - wanted.Count + 1)).Any(at => text.Skip(at).Take(wanted.Count).SequenceEqual(wanted))
        || (wanted.Count == 2 && Contains(text, wanted[1], wanted[0]));

    // «Grosdent Ysaline» is «Ysaline Grosdent».
    private static bool Contains(List<string> text, string first, string second) =>
        Enumerable.Range(0, Math.Max(0, text.Count - 1)).Any(at => text[at] == first && text[at + 1] == second);

    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToUpperInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark and not UnicodeCategory.Format && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }
}

public sealed record TieUnusable(int Shortest, int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Shortest, Longest];
}
