using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;

namespace WitaLive.App.Mail;

/// <summary>Hands mails to a mail server; each connection takes one after the other, and there are as many as mails under way at once.</summary>
/// <remarks>It speaks STARTTLS, not TLS from the first byte (port 465), nor OAuth: where that is asked, put a relay on this machine between.</remarks>
internal sealed class SmtpMailer(SmtpSettings settings) : IMailer, IDisposable
{
    private readonly MailAddress _from = new(settings.From);
    private readonly ConcurrentBag<SmtpClient> _idle = [];

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = MailComposer.Compose(mail, _from);
        var client = _idle.TryTake(out var idle) ? idle : Connect();
        try
        {
            await client.SendMailAsync(message, ct).WaitAsync(ct);
        }
        catch (Exception e)
        {
            // After a failure nobody knows what the other side expects next: the following mail starts on a new connection.
            client.Dispose();
            if (e is SmtpException answered && IsAboutThisMail(answered))
                throw new MailRefusedException(answered.Message, answered);
            throw;
        }
        _idle.Add(client);
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var client))
            client.Dispose();
    }

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
}
