using System.Globalization;
using System.Text;

namespace WitaLive.App.Spreadsheets;

/// <summary>What text has to go through before it may stand in a cell, and back.</summary>
internal static class CellText
{
    /// <summary>The longest text a cell holds. Unit: UTF-16 code units.</summary>
    public const int Longest = 32_767;

    private const char Guard = '\'';
    private const string Cut = " […]";

    // The last four are the full-width forms, which some spreadsheets take for their plain ones.
    private static readonly System.Buffers.SearchValues<char> s_live = System.Buffers.SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>Whether a spreadsheet might read the text as a formula when it is edited, or saved as CSV and opened again.</summary>
    public static bool IsLive(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' || LooksLive(text.AsSpan().TrimStart(" \t\r\n\"\u00A0\u200B\uFEFF")));

    /// <summary>
    /// The text as it is stored: without characters that no file may hold, within the length, and with an apostrophe before what might
    /// turn into a formula. The quote-prefix format alone protects a cell being edited, but is lost when the sheet is saved as CSV.
    /// </summary>
    public static string ToStore(string text, out bool guarded)
    {
        var clean = Clean(text);
        guarded = IsLive(clean) || (clean.StartsWith(Guard) && IsLive(clean.TrimStart(Guard)));
        if (guarded)
            clean = Guard + clean;
        return clean.Length <= Longest ? clean : Shortened(clean);
    }

    /// <summary>The text before <see cref="ToStore"/> put its apostrophe there.</summary>
    public static string FromStore(string stored) =>
        stored.StartsWith(Guard) && IsLive(stored.TrimStart(Guard)) ? stored[1..] : stored;

    private static bool LooksLive(ReadOnlySpan<char> text) => text.Length > 0 && s_live.Contains(text[0]);

    private static string Shortened(string text)
    {
        var end = Longest - Cut.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), Cut);
    }

    private static string Clean(string text)
    {
        var unclean = 0;
        while (unclean < text.Length && text[unclean] is >= ' ' and < '\uD800' or '\t' or '\n')
            unclean++;
        if (unclean == text.Length)
            return text;

        var clean = new StringBuilder(text, 0, unclean, text.Length);
        var rest = text.AsSpan(unclean);
        while (Rune.DecodeFromUtf16(rest, out var rune, out var length) is var status && length > 0)
        {
            if (status != System.Buffers.OperationStatus.Done)
                clean.Append('\uFFFD');
            else if (rune.Value == '\r') // both ends of line are one line feed in a cell
                clean.Append(rest.Length > 1 && rest[1] == '\n' ? "" : "\n");
            else if (rune.Value is '\n' or '\t' || (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control && rune.Value is not (0xFFFE or 0xFFFF)))
                clean.Append(rest[..length]);
            rest = rest[length..];
        }
        return clean.ToString();
    }
}
