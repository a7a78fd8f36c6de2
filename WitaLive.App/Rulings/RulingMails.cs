using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Tells applicants that there is a letter, in their language: the number and a link. What it says is read behind the link.</summary>
public sealed class RulingMails(MailFrame frame, SiteAddress site, IStringLocalizer<RulingTexts> texts)
{
    public const string Purpose = "decision-letter";

    /// <summary>In the transaction of the sending. Nobody is written to whose account is closed, or of a file that came in from elsewhere.</summary>
    public async Task AddAsync(WitaLiveDb db, Ruling ruling, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.Id == ruling.FileId).Select(f => f.ApplicantId).SingleOrDefaultAsync(ct) is not { } applicant
            || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == applicant && p.IsActive, ct) is not { } person)
            return;
        RulingCase about = ruling.Facts.Case;
        Outbox.Add(db, ReceiverLanguage.Run(person.Language, () => new OutgoingMail
        {
            ToAddress = person.Email,
            ToName = person.FullName,
            Language = person.Language,
            Subject = texts["MailSubject", about.Number].Value,
            Text = frame.Write(person.Language, person.FullName, () => texts["MailText", about.Number, site.Of($"my/decisions/{ruling.Id}")].Value),
            Purpose = Purpose,
            CreatedAt = at,
            PersonId = person.Id,
        }));
    }
}
