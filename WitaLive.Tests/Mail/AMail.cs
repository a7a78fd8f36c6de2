using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.Tests.Mail;

/// <summary>Ready-made mails and senders.</summary>
internal static class AMail
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static OutgoingMail To(string address = "lotte@example.be", string subject = "Zitting op maandag", string name = "Lotte De Wilde", TimeSpan? dueIn = null, ItemId? item = null) => new()
    {
        ToAddress = address,
        ToName = name,
        Language = "nl",
        Subject = subject,
        Text = "Beste Lotte,\n\nU bent uitgenodigd.\n",
        Purpose = "convocation",
        CreatedAt = Morning,
        DueAt = Morning + (dueIn ?? TimeSpan.Zero),
        ItemId = item,
    };

    public static SmtpMailer Mailer(int port) => new(new SmtpSettings { Host = IPAddress.Loopback.ToString(), Port = port, From = "WitaLive <post@wita.example>" });

    public static SendDueMail Sender(IDbContextFactory<WitaLiveDb> databases, IMailer mailer, TimeProvider clock) =>
        new(databases, mailer, clock, NullLogger<SendDueMail>.Instance);

    /// <summary>One run of the sender with a connection of its own.</summary>
    public static async Task SendAsync(IDbContextFactory<WitaLiveDb> databases, SmtpSink sink, TimeProvider clock)
    {
        using var mailer = Mailer(sink.Port);
        await Sender(databases, mailer, clock).RunAsync(CancellationToken.None);
    }
}
