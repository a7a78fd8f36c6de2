using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WitaLive.Domain.Principles;

/// <summary>Words as they are compared: «DESBUQUOIT» and «Desbuquoit», «Lecœur» and «Lecoeur», «Müller» and «Mueller», «Van den Bossche» and «Vandenbossche» are the same person.</summary>
internal static partial class PlainText
{
    // Cyrillic and Greek letters that look like Latin ones, each above the one it looks like: nobody hides behind the alphabet of another language.
    private const string Lookalikes = "АВЕКМНОРСТУХІЈЅԌаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιονρυɑɡ";
    private const string LookedLike = "abekmhopctyxijsgaeopcyxijsdhqwabezhikmnoptyxaiovpuag";

    /// <summary>Small, without accents.</summary>
    public static List<string> Words(string text) => [.. Shape().Matches(text).Select(word => Fold(word.Value)).Where(word => word.Length > 0)];

    /// <summary>Several words as one: nobody is somebody else for a space or a hyphen.</summary>
    public static string Key(IEnumerable<string> words) =>
        string.Concat(words).Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);

    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            _ = char.ToLowerInvariant(Lookalikes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? LookedLike[at] : c) switch
            {
                'œ' => folded.Append("oe"),
                'æ' => folded.Append("ae"),
                'ß' => folded.Append("ss"),
                'ø' => folded.Append('o'),
                'ł' => folded.Append('l'),
                'đ' or 'ð' => folded.Append('d'),
                'ı' => folded.Append('i'),
                var small => folded.Append(small),
            };
        }
        return folded.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{Mn}\p{Nd}]+")]
    public static partial Regex Shape();
}
