using System.Globalization;
using System.Text.RegularExpressions;

namespace WitaLive.App.Spreadsheets;

/// <summary>In a sheet's text _x0041_ stands for one character by its number; text that only looks so has its first line escaped.</summary>
internal static partial class EscapedText
{
    public static string Escape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Number().Replace(text, m => "_x005F" + m.Value) : text;

    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Number().Replace(text, m => ((char)ushort.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Number();
}
