using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Minutes;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Reports;

/// <summary>Tells those who sit in a chamber that the report of a meeting is there, who confirmed it that it has changed since, and who asked for it what was answered. Nothing of the report itself is in the mail.</summary>
public sealed class ReportMails(MailFrame frame, SiteAddress site, IStringLocalizer<ReportTexts> texts)
{
    public const string Purpose = "report";

    /// <summary>Everyone who sits or may preside in that chamber.</summary>
    public static IEnumerable<PersonId> Receivers(MeetingReport facts) =>
        facts.Plan.Seats.SelectMany(s => new[] { s.Effective, s.Substitute }).OfType<PersonId>().Concat(facts.Plan.Presiders.Select(p => p.Person)).Distinct();

    public async Task SuppliedAsync(WitaLiveDb db, MeetingId id, MeetingReport facts, DateTimeOffset now, CancellationToken ct)
    {
        var members = Receivers(facts).ToList();
        foreach (var person in await db.Persons.AsNoTracking().Where(p => members.Contains(p.Id)).ToListAsync(ct))
            Add(db, id, facts.Plan, person, now, "Mail", null, facts.Seal?.Print ?? "–");
    }

    /// <summary>To whoever confirmed it before it changed.</summary>
    public void Changed(WitaLiveDb db, MeetingId id, MeetingPlan plan, Person person, DateTimeOffset now) => Add(db, id, plan, person, now, "Changed");

    /// <summary>To whoever asked for it from a file that another chamber referred to theirs.</summary>
    public void Answered(WitaLiveDb db, ReportLoan loan, string number, MeetingPlan plan, Person person, DateTimeOffset now) =>
        Add(db, loan.MeetingId, plan, person, now, loan.LentAt is null ? "Declined" : "Lent", $"meetings/{loan.MeetingId.Value}/files/{loan.FileId.Value}", number, loan.DeclineReason ?? "");

    private void Add(WitaLiveDb db, MeetingId id, MeetingPlan plan, Person person, DateTimeOffset now, string key, string? page = null, params string[] further)
    {
        if (ConvocationRows.IsReachable(person))
            Outbox.Add(db, ReceiverLanguage.Run(person.Language, () => new OutgoingMail
            {
                ToAddress = person.Email,
                ToName = person.FullName,
                Language = person.Language,
                Subject = texts[$"{key}Subject", plan.Titles.InReadersLanguage(), plan.StartsAt.ToShortDay()],
                Text = frame.Write(person.Language, person.FullName, () => texts[
                    $"{key}Text", [plan.Titles.InReadersLanguage(), plan.StartsAt.ToLongDay(), site.Of(page ?? $"meetings/{id.Value}/report"), .. further]]),
                Purpose = Purpose,
                CreatedAt = now,
                MeetingId = id,
                PersonId = person.Id,
            }));
    }
}
