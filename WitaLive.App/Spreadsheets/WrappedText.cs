using System.Text;

namespace WitaLive.App.Spreadsheets;

/// <summary>How high a text is that goes over several lines in its column. Programs that open a sheet do not all measure its rows, and a row that nobody measured shows the first line.</summary>
internal static class WrappedText
{
    /// <summary>Of one line in the letters of the sheet. Unit: points.</summary>
    public const double LineHeight = 15;

    /// <summary>A row cannot be higher. Unit: points.</summary>
    public const double Highest = 409;

    private const double Padding = 1;

    /// <summary>Reckoned a little too high rather than too low: a line too many is white, a line too few is not read.</summary>
    /// <param name="breadth">Of the column. Unit: digits, the measure of columns; most letters are narrower.</param>
    /// <returns>1 at least.</returns>
    public static int Lines(string text, double breadth)
    {
        var (lines, room) = (1, Math.Max(1, breadth - Padding));
        var (line, word) = (0.0, 0.0);
        foreach (var sign in text.EnumerateRunes())
        {
            if (sign.Value is '\n')
            {
                (lines, line, word) = (lines + 1, 0, 0);
                continue;
            }
            var width = WidthOf(sign);
            // A word that does not fit goes on the next line; one that fits on none is broken.
            if (line + width > room && !Rune.IsWhiteSpace(sign))
                (lines, line, word) = word + width > room ? (lines + 1, 0, 0) : (lines + 1, word, word);
            line += width;
            word = Rune.IsWhiteSpace(sign) || sign.Value is '-' ? 0 : word + width;
        }
        return lines;
    }

    private static double WidthOf(Rune sign) => sign.Value >= 0x2E80 ? 2 : Rune.IsUpper(sign) || sign.Value is 'm' or 'w' or '%' or '@' ? 1.3 : 0.9;
}
