using System.Text;
using System.Text.RegularExpressions;

namespace WitaLive.Tests.Mail;

/// <summary>A mail read back from its bytes by rules of our own, so that the writer is not its own witness.</summary>
internal sealed partial class Letter
{
    public Letter(string raw)
    {
        raw = raw.ReplaceLineEndings("\n");
        var end = raw.IndexOf("\n\n", StringComparison.Ordinal);
        Headers = Fold().Replace(raw[..end], " ").Split('\n').Select(line => line.Split(':', 2)).ToLookup(h => h[0], h => Words(h[1].Trim()), StringComparer.OrdinalIgnoreCase);
        var body = raw[(end + 2)..];
        Parts = Boundary().Match(this["Content-Type"]) is { Success: true } boundary
            ? [.. body.Split("--" + boundary.Groups[1].Value)[1..^1].Select(part => new Letter(part.TrimStart('\n')))]
            : [];
        Bytes = Parts.Length > 0 ? [] : this["Content-Transfer-Encoding"] switch
        {
            "base64" => Convert.FromBase64String(body),
            "quoted-printable" => Unquote(body),
            _ => Encoding.UTF8.GetBytes(body),
        };
    }

    public ILookup<string, string> Headers { get; }

    public Letter[] Parts { get; }

    public byte[] Bytes { get; }

    public string Text => Encoding.UTF8.GetString(Bytes).ReplaceLineEndings("\n");

    public string this[string header] => Headers[header].SingleOrDefault("");

    /// <summary>The innermost parts in order, whatever they are nested in.</summary>
    public IEnumerable<Letter> Leaves => Parts.Length == 0 ? [this] : Parts.SelectMany(part => part.Leaves);

    private static string Words(string header) => EncodedWord().Replace(BetweenWords().Replace(header, "$1$2"), word =>
        Encoding.UTF8.GetString(word.Groups[1].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups[2].Value)
            : Unquote(word.Groups[2].Value.Replace('_', ' '))));

    private static byte[] Unquote(string text)
    {
        text = text.Replace("=\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            else
                bytes.Add((byte)text[i]);
            i += text[i] == '=' ? 2 : 0;
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(=\?)")]
    private static partial Regex BetweenWords();
}
