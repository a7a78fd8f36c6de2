using System.Net.Mail;

namespace WitaLive.App.Mail;

/// <summary>A message as the bytes of an .eml file, as any mail program opens it.</summary>
internal static class MimeText
{
    /// <remarks>
    /// The framework shows a message's bytes only by dropping it into a folder, for a server that reads sender and receivers
    /// from two lines of its own at the top. A folder for this one message, and without those lines, it is a plain message.
    /// </remarks>
    public static async Task<byte[]> OfAsync(MailMessage message, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("witalive-mail-");
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder.FullName };
            await client.SendMailAsync(message, ct);
            var bytes = await File.ReadAllBytesAsync(folder.GetFiles().Single().FullName, ct);
            return WithoutEnvelope(bytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] WithoutEnvelope(ReadOnlySpan<byte> bytes)
    {
        while (bytes.StartsWith("X-Sender:"u8) || bytes.StartsWith("X-Receiver:"u8) || bytes.StartsWith(" "u8) || bytes.StartsWith("\t"u8))
            bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        return bytes.ToArray();
    }
}
