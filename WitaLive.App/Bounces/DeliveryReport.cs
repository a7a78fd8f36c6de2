using System.Globalization;
using System.Text;

namespace WitaLive.App.Bounces;

/// <summary>A receiver whom a mail did not reach for good.</summary>
/// <param name="Status">Such as 5.1.1 (RFC 3463); empty when none was given.</param>
/// <param name="Diagnostic">What the other side answered, on one line.</param>
public sealed record FailedReceiver(string Address, string Status, string Diagnostic);

/// <summary>A delivery status notification (RFC 3464): which mail it is about, and whom that mail did not reach.</summary>
/// <param name="Mail">The id of ours that its Message-Id holds; null when the report does not say.</param>
public sealed record DeliveryReport(Guid? Mail, ImmutableArray<FailedReceiver> Failed)
{
    // Deeper than this nobody nests a report.
    private const int Deepest = 6;

    /// <summary>Null for a message that is no such report.</summary>
    public static DeliveryReport? Read(ReadOnlySpan<byte> message)
    {
        // Each byte a character: headers are ASCII, and what is not is only shown.
        var parts = new List<(string Type, string Body)>();
        Collect(Encoding.Latin1.GetString(message).ReplaceLineEndings("\n"), parts, 0);
        if (parts.Find(part => part.Type == "message/delivery-status") is not { Body: { } status })
            return null;

        var blocks = status.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Headers).Where(block => block.Count > 0).ToList();
        var original = parts.Where(part => part.Type is "message/rfc822" or "text/rfc822-headers").Select(part => Headers(Head(part.Body)))
            .Select(headers => headers.GetValueOrDefault("message-id")).FirstOrDefault(id => id is not null);
        return new(IdOf(original), [.. blocks.Where(HasFailed).Select(Receiver).OfType<FailedReceiver>()]);
    }

    private static bool HasFailed(Dictionary<string, string> block) =>
        block.TryGetValue("action", out var action) && action.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase)
        && (!block.TryGetValue("status", out var status) || status.TrimStart().StartsWith('5'));

    private static FailedReceiver? Receiver(Dictionary<string, string> block) =>
        (block.GetValueOrDefault("original-recipient") ?? block.GetValueOrDefault("final-recipient")) is { } typed
            ? new(Typed(typed).Trim('<', '>'), block.GetValueOrDefault("status", "").Split(' ')[0], Domain.OneLine.Of(Typed(block.GetValueOrDefault("diagnostic-code", ""))))
            : null;

    // «rfc822;someone@example.org», «smtp; 550 5.1.1 …»
    private static string Typed(string field) => field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();

    private static Guid? IdOf(string? messageId) =>
        messageId?.Trim().Trim('<', '>').Split('@')[0] is { } local && Guid.TryParseExact(local, "D", out var id) ? id : null;

    private static void Collect(string entity, List<(string, string)> parts, int depth)
    {
        var headers = Headers(Head(entity));
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        var body = Body(entity);
        if (!type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            parts.Add((Lower(type.Split(';')[0].Trim()), Decoded(body, headers.GetValueOrDefault("content-transfer-encoding", ""))));
            return;
        }
        if (depth >= Deepest || BoundaryOf(type) is not { Length: > 0 } boundary)
            return;
        foreach (var part in ("\n" + body).Split("\n--" + boundary).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)))
            Collect(part.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? part[(end + 1)..] : "", parts, depth + 1);
    }

    private static string? BoundaryOf(string type)
    {
        var at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = type[(at + "boundary=".Length)..];
        return value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split(';')[0].Trim();
    }

    private static string Decoded(string body, string encoding) => Lower(encoding.Trim()) switch
    {
        "base64" => FromBase64(body),
        "quoted-printable" => FromQuotedPrintable(body),
        _ => body,
    };

    private static string FromBase64(string body)
    {
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body.Replace("\n", "", StringComparison.Ordinal), bytes, out var written)
            ? Encoding.Latin1.GetString(bytes, 0, written).ReplaceLineEndings("\n")
            : "";
    }

    private static string FromQuotedPrintable(string body)
    {
        var text = new StringBuilder(body.Length);
        body = body.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=' && i + 2 < body.Length && byte.TryParse(body.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                text.Append((char)value);
                i += 2;
            }
            else
            {
                text.Append(body[i]);
            }
        }
        return text.ToString();
    }

    private static string Head(string entity) => entity.StartsWith('\n') ? "" : entity.Split("\n\n", 2)[0];

    private static string Body(string entity) => entity.StartsWith('\n') ? entity[1..] : entity.Split("\n\n", 2) is [_, var body] ? body : "";

    // A line that begins with a space continues the one before (RFC 5322, 2.2.3).
    private static Dictionary<string, string> Headers(string block)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in block.Trim('\n').Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (line.Split(':', 2) is [{ Length: > 0 } name, var value])
                headers.TryAdd(name.Trim(), value.Trim());
        }
        return headers;
    }

#pragma warning disable CA1308 // The words of MIME are compared as the standard writes them.
    private static string Lower(string word) => word.ToLowerInvariant();
#pragma warning restore CA1308
}
