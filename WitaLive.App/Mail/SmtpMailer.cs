using System.Net.Mail;

namespace WitaLive.App.Mail;

/// <summary>Hands mails to a mail server, one after the other on one connection.</summary>
internal sealed class SmtpMailer(SmtpSettings settings) : IMailer, IAsyncDisposable
{
    private readonly MailAddress _from = new(settings.From);
    private SmtpLine? _line;

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        var letter = MimeLetter.Write(mail, _from);
        var from = Bare(_from.Address);
        try
        {
            _line ??= await SmtpLine.OpenAsync(settings, from, ct);
            await _line.SendAsync(from, Bare(mail.ToAddress), letter, ct);
        }
        catch (Exception e) when (e is not MailRefusedException)
        {
            // Nobody knows what the other side expects next: the following mail starts on a new line.
            _line?.Dispose();
            _line = null;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_line is null)
            return;
        try
        {
            await _line.QuitAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            // It hung up first.
        }
        _line.Dispose();
        _line = null;
    }

    private static string Bare(string address)
    {
        var at = address.LastIndexOf('@');
        return $"{address[..at]}@{MimeWords.Domain(address[(at + 1)..])}";
    }
}
