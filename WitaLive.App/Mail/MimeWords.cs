using System.Globalization;
using System.Text;

namespace WitaLive.App.Mail;

/// <summary>Text in the ASCII that mail is made of.</summary>
internal static class MimeWords
{
    private const int LongestLine = 75;
    private const int LongestPlain = 60; // longer ones are cut into encoded words, which fold
    private const int BytesPerWord = 42;
    private static readonly IdnMapping s_domains = new();

    public static string Unstructured(string text) => IsPlain(text) ? text : Encoded(text);

    public static string Mailbox(string name, string address)
    {
        var at = address.LastIndexOf('@');
        var plain = $"<{address[..at]}@{Domain(address[(at + 1)..])}>";
        if (name.Length == 0)
            return plain;
        var words = IsPlain(name) ? "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"" : Encoded(name);
        return $"{words}\r\n {plain}";
    }

    public static string Domain(string domain) => s_domains.GetAscii(domain);

    public static string FileName(string name) => IsPlain(name) && !name.AsSpan().ContainsAny('"', '\\')
        ? $"filename=\"{name}\""
        : $"filename*=utf-8''{Uri.EscapeDataString(name)}";

    /// <summary>Lines of at most 76 characters; a line break in the text is one in the mail.</summary>
    public static string QuotedPrintable(string text)
    {
        var quoted = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var length = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                var isLast = i == bytes.Length - 1;
                var piece = bytes[i] is >= 33 and <= 126 and not (byte)'=' || bytes[i] is (byte)' ' or (byte)'\t' && !isLast
                    ? ((char)bytes[i]).ToString()
                    : "=" + bytes[i].ToString("X2", CultureInfo.InvariantCulture);
                if (length + piece.Length > LongestLine)
                {
                    quoted.Append("=\r\n");
                    length = 0;
                }
                quoted.Append(piece);
                length += piece.Length;
            }
            quoted.Append("\r\n");
        }
        return quoted.ToString(0, quoted.Length - 2);
    }

    // What looks like an encoded word is encoded itself: it must be read back as it was written, not be decoded.
    private static bool IsPlain(string text) => text.Length <= LongestPlain && text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    private static string Encoded(string text)
    {
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > BytesPerWord)
                End();
            word.AddRange(bytes);
        }
        End();
        return string.Join("\r\n ", words);

        void End()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }
}
