using System.Globalization;
using System.Net.Mail;

namespace WitaLive.App.Mail;

/// <summary>Writes each mail as an .eml file: what a house without a mail server, or a developer, opens with any mail program.</summary>
/// <remarks>The name holds when the mail was due and its id: files sort by time, and a mail written twice is one file.</remarks>
internal sealed class FileMailer(string directory, string from) : IMailer
{
    private readonly MailAddress _from = new(from);

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = MailComposer.Compose(mail, _from);
        var bytes = await MimeText.OfAsync(message, ct);
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, $"{mail.DueAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{mail.Id}.eml");
        var half = path + ".part";
        await using (var file = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(half, path, overwrite: true);
    }
}
