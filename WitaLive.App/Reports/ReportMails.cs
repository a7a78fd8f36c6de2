using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Minutes;
using WitaLive.Domain;

namespace WitaLive.App.Reports;

/// <summary>Tells those who sit in a chamber that the report of a meeting is there. Nothing of the report itself is in the mail.</summary>
public sealed class ReportMails(MailFrame frame, SiteAddress site, IStringLocalizer<ReportTexts> texts)
{
    public const string Purpose = "report";

    /// <summary>Everyone who sits or may preside in that chamber.</summary>
    public static IEnumerable<PersonId> Receivers(MeetingReport facts) =>
        facts.Plan.Seats.SelectMany(s => new[] { s.Effective, s.Substitute }).OfType<PersonId>().Concat(facts.Plan.Presiders.Select(p => p.Person)).Distinct();

    public async Task SuppliedAsync(WitaLiveDb db, MeetingId id, MeetingReport facts, DateTimeOffset now, CancellationToken ct)
    {
        var members = Receivers(facts).ToList();
        foreach (var person in (await db.Persons.AsNoTracking().Where(p => members.Contains(p.Id)).ToListAsync(ct)).Where(ConvocationRows.IsReachable))
        {
            Outbox.Add(db, ReceiverLanguage.Run(person.Language, () => new OutgoingMail
            {
                ToAddress = person.Email,
                ToName = person.FullName,
                Language = person.Language,
                Subject = texts["MailSubject", facts.Plan.Titles.InReadersLanguage(), facts.Plan.StartsAt.ToShortDay()],
                Text = frame.Write(person.Language, person.FullName, () => texts["MailText", facts.Plan.Titles.InReadersLanguage(), facts.Plan.StartsAt.ToLongDay(), site.Of($"meetings/{id.Value}/report")]),
                Purpose = Purpose,
                CreatedAt = now,
                MeetingId = id,
                PersonId = person.Id,
            }));
        }
    }
}
