using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using WitaLive.App.Calendars;

namespace WitaLive.App.Mail;

/// <summary>Makes the message that leaves the house out of a row. The same row gives the same words and the same Message-Id, copy or not.</summary>
internal static class MailComposer
{
    public static MailMessage Compose(OutgoingMail mail, MailAddress from)
    {
        var message = new MailMessage(from, new MailAddress(mail.ToAddress, mail.ToName, Encoding.UTF8))
        {
            // What looks like an encoded word would be decoded here, line breaks and all, and refused.
            Subject = mail.Subject.Replace("=?", "= ?", StringComparison.Ordinal),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers["Message-Id"] = $"<{mail.Id}@{from.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["Content-Language"] = mail.Language;
        // The last alternative is the one a reader prefers; the plain one stands first.
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(MailHtml.From(mail), MediaTypeNames.Text.Html));
        if (mail.Calendar is { } calendar)
        {
            // Programs with a calendar read the alternative and offer to answer (RFC 6047 § 2.4); the others show a file that can be opened.
            var type = CalendarFile.MediaTypeOf(IsCancellation(calendar) ? CalendarMethod.Cancel : CalendarMethod.Request);
            message.AlternateViews.Add(new AlternateView(new MemoryStream(calendar), new ContentType(type)) { TransferEncoding = TransferEncoding.Base64 });
            message.Attachments.Add(Attach(new() { Name = "invite.ics", ContentType = type, Bytes = calendar }));
        }
        foreach (var attachment in mail.Attachments)
            message.Attachments.Add(Attach(attachment));
        return message;
    }

    private static bool IsCancellation(ReadOnlySpan<byte> calendar) => calendar.IndexOf("\nMETHOD:CANCEL\r"u8) >= 0;

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    private static Attachment Attach(MailAttachment attachment)
    {
        var attached = new Attachment(new MemoryStream(attachment.Bytes), new ContentType(attachment.ContentType))
        {
            Name = attachment.Name,
            NameEncoding = Encoding.UTF8,
            TransferEncoding = TransferEncoding.Base64,
        };
        attached.ContentDisposition!.FileName = attachment.Name;
        return attached;
    }
}
