using Microsoft.Extensions.Localization;
using WitaLive.App.Mail;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Amateurs;

/// <summary>The receipt of a registration, in the language of who registered: the number and a link.</summary>
public sealed class AmateurMails(MailFrame frame, SiteAddress site, IStringLocalizer<AmateurTexts> texts)
{
    public const string Purpose = "amateur";

    public OutgoingMail Receipt(Person to, AmateurRegistration registration, DateTimeOffset at) => ReceiverLanguage.Run(to.Language, () => new OutgoingMail
    {
        ToAddress = to.Email,
        ToName = to.FullName,
        Language = to.Language,
        Subject = texts["MailSubject", registration.Number].Value,
        Text = frame.Write(to.Language, to.FullName, () => texts["MailText", registration.Number, site.Of("my/amateur")].Value),
        Purpose = Purpose,
        CreatedAt = at,
        PersonId = to.Id,
    });
}
