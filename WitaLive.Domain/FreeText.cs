using System.Globalization;
using System.Text;

namespace WitaLive.Domain;

/// <summary>What was typed, pasted or sent for a text of several lines.</summary>
public static class FreeText
{
    /// <summary>The text with its lines, without characters that nobody sees, and without white space at the ends.</summary>
    /// <remarks>Such characters are refused by PostgreSQL (U+0000), or make what follows on the screen read backwards.</remarks>
    public static string Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed.ReplaceLineEndings("\n"))
            if (c is '\n' or '\t' || (!char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format))
                text.Append(c);
        return text.ToString().Trim();
    }
}
