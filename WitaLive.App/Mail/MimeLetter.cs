using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace WitaLive.App.Mail;

/// <summary>A row as the bytes that leave the house, or that stand in an .eml file. The same row gives the same bytes, copy or not.</summary>
/// <remarks>RFC 5322, 2045 to 2047, 2231 and 3834. The framework's writer stamps the time of each try, and cannot be asked for its bytes.</remarks>
internal static class MimeLetter
{
    public static byte[] Write(OutgoingMail mail, MailAddress from)
    {
        var (outer, inner) = ($"=_{mail.Id:N}_mixed", $"=_{mail.Id:N}_alternative"); // «=_» stands in no encoded part
        var letter = new StringBuilder();
        letter.Header("Date", mail.DueAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        letter.Header("From", MimeWords.Mailbox(from.DisplayName, from.Address));
        letter.Header("To", MimeWords.Mailbox(mail.ToName, mail.ToAddress));
        letter.Header("Subject", MimeWords.Unstructured(mail.Subject));
        letter.Header("Message-Id", $"<{mail.Id}@{MimeWords.Domain(from.Host)}>");
        letter.Header("Auto-Submitted", "auto-generated");
        letter.Header("Content-Language", mail.Language);
        letter.Header("MIME-Version", "1.0");
        if (mail.Attachments.Count == 0)
            return Encoding.ASCII.GetBytes(letter.Alternatives(mail, inner).ToString());

        letter.Header("Content-Type", $"multipart/mixed;\r\n boundary=\"{outer}\"").Append(CultureInfo.InvariantCulture, $"\r\n--{outer}\r\n");
        letter.Alternatives(mail, inner);
        foreach (var attachment in mail.Attachments)
        {
            letter.Append(CultureInfo.InvariantCulture, $"\r\n--{outer}\r\n");
            letter.Header("Content-Type", attachment.ContentType);
            letter.Header("Content-Disposition", "attachment;\r\n " + MimeWords.FileName(attachment.Name));
            letter.Header("Content-Transfer-Encoding", "base64").Append("\r\n");
            letter.Append(Convert.ToBase64String(attachment.Bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }
        return Encoding.ASCII.GetBytes(letter.Append(CultureInfo.InvariantCulture, $"\r\n--{outer}--\r\n").ToString());
    }

    // The plain text first; a reader that shows HTML prefers the last one.
    private static StringBuilder Alternatives(this StringBuilder letter, OutgoingMail mail, string boundary)
    {
        letter.Header("Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
        letter.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n").Part("text/plain", mail.Text);
        letter.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n").Part("text/html", MailHtml.From(mail));
        return letter.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}--\r\n");
    }

    private static void Part(this StringBuilder letter, string type, string text)
    {
        letter.Header("Content-Type", $"{type}; charset=utf-8");
        letter.Header("Content-Transfer-Encoding", "quoted-printable").Append("\r\n");
        letter.Append(MimeWords.QuotedPrintable(text)).Append("\r\n");
    }

    private static StringBuilder Header(this StringBuilder letter, string name, string value) => letter.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
}
