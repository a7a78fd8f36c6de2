using System.Net;
using System.Net.Mail;

namespace WitaLive.App.Mail;

/// <summary>Hands mails to a mail server, one after the other on one connection.</summary>
/// <remarks>It speaks STARTTLS, not TLS from the first byte (port 465), nor OAuth: where that is asked, put a relay on this machine between.</remarks>
internal sealed class SmtpMailer(SmtpSettings settings) : IMailer, IDisposable
{
    private readonly MailAddress _from = new(settings.From);
    private SmtpClient? _client;

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = MailComposer.Compose(mail, _from);
        _client ??= Connect();
        try
        {
            await _client.SendMailAsync(message, ct).WaitAsync(ct);
        }
        catch (Exception e)
        {
            // After a failure nobody knows what the other side expects next: the following mail starts on a new connection.
            HangUp();
            if (e is SmtpException answered && IsAboutThisMail(answered))
                throw new MailRefusedException(answered.Message, answered);
            throw;
        }
    }

    public void Dispose() => HangUp();

    private static bool IsAboutThisMail(SmtpException e) => e is SmtpFailedRecipientException || e.StatusCode is
        SmtpStatusCode.MailboxBusy or SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage
        or SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.ExceededStorageAllocation
        or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.TransactionFailed;

    private SmtpClient Connect() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.StartTls,
        UseDefaultCredentials = false,
        Credentials = settings.UserName is { } user ? new NetworkCredential(user, settings.Password) : null,
    };

    private void HangUp()
    {
        _client?.Dispose();
        _client = null;
    }
}
