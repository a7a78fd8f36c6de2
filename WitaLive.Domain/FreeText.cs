using System.Globalization;
using System.Text;

namespace WitaLive.Domain;

/// <summary>What was typed, pasted or sent for a text of several lines.</summary>
public static class FreeText
{
    /// <summary>The text with its lines as it was typed, without white space at the ends. What nobody sees, alone, is no text.</summary>
    /// <remarks>
    /// Left out is only what no sheet and no page can hold: control characters (U+0000 is refused by PostgreSQL too), and the two that are no characters, U+FFFE and U+FFFF. Half a sign, which no database keeps,
    /// becomes the one for what cannot be read. Marks that join signs or turn the direction of writing stay: emoji, Persian and Hebrew are written with them. They reach no further than their line, which the page shows on its own.
    /// </remarks>
    public static string Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var (text, isSeen) = (new StringBuilder(typed.Length), false);
        foreach (var sign in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (sign.Value is not ('\n' or '\t') && (Rune.IsControl(sign) || sign.Value is 0xFFFE or 0xFFFF))
                continue;
            isSeen |= !Rune.IsWhiteSpace(sign) && Rune.GetUnicodeCategory(sign) is not UnicodeCategory.Format;
            text.Append(sign.ToString());
        }
        return isSeen ? text.ToString().Trim() : "";
    }
}
