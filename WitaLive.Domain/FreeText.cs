using System.Globalization;
using System.Text;

namespace WitaLive.Domain;

/// <summary>What was typed, pasted or sent for a text of several lines.</summary>
public static class FreeText
{
    /// <summary>The text with its lines, without characters that nobody sees, and without white space at the ends.</summary>
    /// <remarks>Such characters are refused by PostgreSQL (U+0000), or make what follows on the screen read backwards. Half a sign, which no database keeps, becomes the one for what cannot be read.</remarks>
    public static string Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = new StringBuilder(typed.Length);
        foreach (var sign in typed.ReplaceLineEndings("\n").EnumerateRunes())
            if (sign.Value is '\n' or '\t' || (!Rune.IsControl(sign) && Rune.GetUnicodeCategory(sign) is not UnicodeCategory.Format))
                text.Append(sign.ToString());
        return text.ToString().Trim();
    }
}
