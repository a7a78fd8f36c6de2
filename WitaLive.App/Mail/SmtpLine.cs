using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace WitaLive.App.Mail;

/// <summary>One connection to a mail server: RFC 5321, with STARTTLS (3207) and AUTH (4954).</summary>
/// <remarks>
/// The framework's SmtpClient took 55 ms a mail to a server on the same machine, and puts the time of the try in place of a mail's date.
/// Measured figures: docs/decisions/0004-mail.md.
/// </remarks>
internal sealed class SmtpLine : IDisposable
{
    private const int TlsFromTheStart = 465;
    private readonly TcpClient _tcp = new() { NoDelay = true };
    private Stream _stream = Stream.Null;
    private StreamReader _reader = StreamReader.Null;

    private SmtpLine()
    {
    }

    /// <exception cref="IOException">The server cannot be reached, or does not let us in.</exception>
    public static async Task<SmtpLine> OpenAsync(SmtpSettings settings, string from, CancellationToken ct)
    {
        var line = new SmtpLine();
        try
        {
            await line._tcp.ConnectAsync(settings.Host!, settings.Port, ct);
            line.Use(line._tcp.GetStream());
            if (settings.Port == TlsFromTheStart)
                await line.EncryptAsync(settings, ct);
            await line.HearAsync(null, 220, ct);
            await line.GreetAsync(settings, from, ct);
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <exception cref="MailRefusedException">The server answered, and said no to this mail; the next one may go on the same line.</exception>
    /// <exception cref="IOException">The line is gone. Whether the server has taken the mail is not known.</exception>
    public async Task SendAsync(string from, string to, byte[] letter, CancellationToken ct)
    {
        try
        {
            await HearAsync($"MAIL FROM:<{from}>", 250, ct);
            await HearAsync($"RCPT TO:<{to}>", 250, ct);
            await HearAsync("DATA", 354, ct);
            await _stream.WriteAsync(WithEnd(letter), ct);
            await HearAsync(null, 250, ct);
        }
        catch (SmtpAnswerException no) when (no.Code != SmtpAnswerException.Closing)
        {
            await HearAsync("RSET", 250, ct);
            throw new MailRefusedException(no.Message, no);
        }
    }

    /// <summary>Says good-bye and waits for no answer.</summary>
    public async Task QuitAsync(CancellationToken ct) => await _stream.WriteAsync("QUIT\r\n"u8.ToArray(), ct);

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _tcp.Dispose();
    }

    private async Task GreetAsync(SmtpSettings settings, string from, CancellationToken ct)
    {
        var hello = "EHLO " + from[(from.LastIndexOf('@') + 1)..];
        var abilities = await HearAsync(hello, 250, ct);
        if (settings.StartTls && settings.Port != TlsFromTheStart)
        {
            await HearAsync("STARTTLS", 220, ct);
            await EncryptAsync(settings, ct);
            abilities = await HearAsync(hello, 250, ct);
        }
        if (settings.UserName is not { } user)
            return;
        if (abilities.Contains("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            await HearAsync("AUTH PLAIN " + Base64($"\0{user}\0{settings.Password}"), 235, ct);
            return;
        }
        await HearAsync("AUTH LOGIN", 334, ct);
        await HearAsync(Base64(user), 334, ct);
        await HearAsync(Base64(settings.Password ?? ""), 235, ct);
    }

    // The reader is a new one: what somebody slipped in before the encryption began is never read.
    private async Task EncryptAsync(SmtpSettings settings, CancellationToken ct)
    {
        var secure = new SslStream(_stream);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host }, ct);
        Use(secure);
    }

    private void Use(Stream stream) => (_stream, _reader) = (stream, new StreamReader(stream, Encoding.UTF8));

    private async Task<string> HearAsync(string? command, int expected, CancellationToken ct)
    {
        if (command is not null)
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), ct);
        var answer = new StringBuilder();
        while (true)
        {
            var line = await _reader.ReadLineAsync(ct) ?? throw new IOException("The mail server closed the line.");
            answer.AppendLine(line);
            if (line.Length > 3 && line[3] == '-')
                continue;
            var code = line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), out var number) ? number : 0;
            // 251 and 252 take a mail too; any other hundred is a no.
            return code / 10 == expected / 10 ? answer.ToString() : throw new SmtpAnswerException(code, answer.ToString().Trim());
        }
    }

    /// <summary>A dot at the start of a line is doubled, one alone ends the mail (RFC 5321, 4.5.2).</summary>
    private static byte[] WithEnd(ReadOnlySpan<byte> letter)
    {
        var sent = new List<byte>(letter.Length + 64);
        for (var i = 0; i < letter.Length; i++)
        {
            if (letter[i] == '.' && (i == 0 || letter[i - 1] == '\n'))
                sent.Add((byte)'.');
            sent.Add(letter[i]);
        }
        sent.AddRange(letter.EndsWith("\r\n"u8) ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return [.. sent];
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
