using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.App.Messages;

/// <summary>Says that there is a message, in the language of who gets it: the number and a link, and nothing of what it says.</summary>
/// <remarks>To the person; or to the case manager, where there is one. The start page tells the whole secretariat what waits.</remarks>
public sealed class MessageMails(MailFrame frame, SiteAddress site, IStringLocalizer<MessageTexts> texts)
{
    public const string Purpose = "message";

    internal async Task AddAsync(WitaLiveDb db, ApplicationFile file, FileMessage message, CancellationToken ct)
    {
        if ((message.FromSecretariat ? file.ApplicantId : file.ManagerId) is not PersonId to || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == to && p.IsActive, ct) is not { } person)
            return;
        var (key, place) = message.FromSecretariat ? ("MailPerson", FilePlaces.OfPerson(file)) : ("MailManager", FilePlaces.OfSecretariat(file));
        Outbox.Add(db, ReceiverLanguage.Run(person.Language, () => new OutgoingMail
        {
            ToAddress = person.Email,
            ToName = person.FullName,
            Language = person.Language,
            Subject = texts[$"{key}Subject", file.Number].Value,
            Text = frame.Write(person.Language, person.FullName, () => texts[$"{key}Text", file.Number, site.Of(place)].Value),
            Purpose = Purpose,
            CreatedAt = message.At,
            PersonId = person.Id,
        }));
    }
}
