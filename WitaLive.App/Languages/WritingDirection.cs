using System.Text;

namespace WitaLive.App.Languages;

/// <summary>What was typed, set apart within a sentence of the site: it turns the direction of nothing that stands before or after it.</summary>
/// <remarks>
/// For a text that shares its line with words and hours of the site. One that has an element of its own is set apart by that (unicode-bidi: isolate), and a cell of a sheet
/// takes it as it was typed. Nothing is taken from it; a text without right-to-left letters or marks of direction comes back as it is.
/// </remarks>
public static class WritingDirection
{
    private const char Apart = '\u2068'; // first strong isolate: the text finds its own direction
    private const char Together = '\u2069';

    public static string SetApart(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (!typed.EnumerateRunes().Any(Turns))
            return typed;
        // An isolate that it leaves open is closed here, and one that it closes without having opened it is opened before: it would else end ours.
        var (depth, lowest) = (0, 0);
        foreach (var sign in typed)
        {
            depth += sign is >= '\u2066' and <= Apart ? 1 : sign is Together ? -1 : 0;
            lowest = Math.Min(lowest, depth);
        }
        return new StringBuilder().Append(Apart, 1 - lowest).Append(typed).Append(Together, 1 + depth - lowest).ToString();
    }

    // Hebrew, Arabic and their neighbours with their forms, the scripts beyond U+FFFF that are written so, and the marks.
    private static bool Turns(Rune sign) => sign.Value is (>= 0x0590 and <= 0x08FF) or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
