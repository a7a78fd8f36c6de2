using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Files;

/// <summary>
/// Tells applicants that there is a decision, in their language: the number and a link; what was decided is read behind the link.
/// The mail waits as long as the conclusion can be undone, and an undo takes it back with all mails of the item.
/// </summary>
internal sealed class DecisionMails(MailFrame frame, SiteAddress site, IStringLocalizer<FileTexts> texts) : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var decided in events.OfType<ItemConcluded>().Where(concluded => concluded.Kind == ConclusionKind.Decided))
        {
            if (after.ItemOf(decided.Item)?.Planned.File is not { } file
                || await db.Set<ApplicationFile>().FirstOrDefaultAsync(f => f.Id == file, ct) is not { ApplicantId: { } applicant } found
                || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == applicant && p.IsActive, ct) is not { } person)
                continue;
            Outbox.Add(db, ReceiverLanguage.Run(person.Language, () => new OutgoingMail
            {
                ToAddress = person.Email,
                ToName = person.FullName,
                Language = person.Language,
                Subject = texts["MailDecisionSubject", found.Number].Value,
                Text = frame.Write(person.Language, person.FullName, () => texts["MailDecisionText", found.Number, site.Of(FilePlaces.OfPerson(found))].Value),
                Purpose = ApplicationMails.Purpose,
                CreatedAt = decided.At,
                DueAt = decided.At + after.Plan!.UndoFor,
                MeetingId = id,
                PersonId = person.Id,
                ItemId = decided.Item,
            }));
        }
    }
}
