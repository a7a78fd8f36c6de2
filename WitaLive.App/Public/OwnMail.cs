using System.Net.Mail;
using WitaLive.App.Mail;

namespace WitaLive.App.Public;

/// <summary>The address that every mail of this site comes from, and that reads what is answered to it.</summary>
public sealed class OwnMail(SmtpSettings settings)
{
    public string Address { get; } = new MailAddress(settings.From).Address;
}
