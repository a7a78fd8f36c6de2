using System.Globalization;
using System.Text;

namespace WitaLive.Domain;

/// <summary>What was typed, pasted or sent for a text of several lines.</summary>
public static class FreeText
{
    /// <summary>The text with its lines as it was typed, without white space at the ends. What nobody sees, alone, is no text.</summary>
    /// <remarks>
    /// Left out is only what no sheet and no page can hold: control characters (U+0000 is refused by PostgreSQL too), and the two that are no characters, U+FFFE and U+FFFF. Half a sign, which no database keeps,
    /// becomes the one for what cannot be read. Marks that join signs or turn the direction of writing stay: emoji, Persian and Hebrew are written with them. They reach no further than the text they stand in:
    /// pages and papers give it an element of its own, and WritingDirection sets it apart within a sentence.
    /// </remarks>
    public static string Of(string typed) => Of(typed, _ => true);

    /// <summary>A text that will be signed: also without the marks that override the order of letters, or embed a text in the other one (U+202A to U+202E).</summary>
    /// <remarks>What is signed is what is read: under such a mark «12» stands as «21». Hebrew and Arabic letters, and the marks by which they find their place (U+200E, U+200F, U+061C, the isolates), turn nothing round that is not theirs, and stay.</remarks>
    public static string ToSign(string typed) => Of(typed, sign => sign.Value is not (>= 0x202A and <= 0x202E));

    private static string Of(string typed, Func<Rune, bool> stays)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var (text, isSeen) = (new StringBuilder(typed.Length), false);
        foreach (var sign in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (sign.Value is not ('\n' or '\t') && (Rune.IsControl(sign) || sign.Value is 0xFFFE or 0xFFFF || !stays(sign)))
                continue;
            isSeen |= !Rune.IsWhiteSpace(sign) && Rune.GetUnicodeCategory(sign) is not UnicodeCategory.Format;
            text.Append(sign.ToString());
        }
        return isSeen ? text.ToString().Trim() : "";
    }
}
