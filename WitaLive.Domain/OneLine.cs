using System.Globalization;
using System.Text;

namespace WitaLive.Domain;

/// <summary>What was typed, pasted or imported for a field of one line.</summary>
public static class OneLine
{
    /// <summary>
    /// The text without characters that nobody sees (control characters, marks that turn the direction of writing), with single spaces, and none at the ends.
    /// </summary>
    /// <remarks>Such characters break a mail's header, are refused by PostgreSQL (U+0000), or make what follows on the screen read backwards. Half a sign, which no database keeps, becomes the one for what cannot be read.</remarks>
    public static string Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var line = new StringBuilder(typed.Length);
        foreach (var sign in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(sign) || Rune.IsControl(sign))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(sign) is not UnicodeCategory.Format)
            {
                line.Append(sign.ToString());
            }
        }
        return line.ToString().TrimEnd();
    }
}
