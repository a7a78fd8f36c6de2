using System.Buffers;
using System.Globalization;
using System.Text;

namespace WitaLive.App.Calendars;

/// <summary>The lines of a calendar file: escaped, folded, each ended as RFC 5545 § 3.1 wants it.</summary>
internal sealed class ContentLines
{
    // Unit: octets, the line break not counted.
    private const int LongestLine = 75;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>A value that is of letters and signs that need no escaping: a date, a word, an address.</summary>
    public void Bare(string name, string value) => Line($"{name}:{WithoutControls(value)}");

    /// <summary>A text that people wrote (§ 3.3.11).</summary>
    public void Text(string name, string value) => Line($"{name}:{Escape(value)}");

    public void Instant(string name, DateTimeOffset at) => Bare(name, at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public void Person(string name, CalendarPerson person, string parameters) =>
        Line($"{name};CN=\"{Quotable(person.Name)}\"{parameters}:mailto:{WithoutControls(person.Email)}");

    public byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (c == '\t' || !char.IsControl(c))
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    // A quotation mark cannot stand in a quoted value; RFC 6868 writes it otherwise.
    private static string Quotable(string text) =>
        WithoutControls(text).Replace("^", "^^", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal);

    // A line break in here would begin a line of the writer's own choice.
    private static string WithoutControls(string text) => text.Any(char.IsControl) ? new([.. text.Where(c => !char.IsControl(c))]) : text;

    // A character is never cut in two: programs that unfold by the line would read two broken ones.
    private void Line(string line)
    {
        var used = 0;
        Span<byte> rune = stackalloc byte[4];
        foreach (var character in line.EnumerateRunes())
        {
            var length = character.EncodeToUtf8(rune);
            if (used + length > LongestLine)
            {
                _bytes.Write("\r\n "u8);
                used = 1;
            }
            _bytes.Write(rune[..length]);
            used += length;
        }
        _bytes.Write("\r\n"u8);
    }
}
