using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Evocation;

/// <summary>Tells those concerned of a request and of what became of it. Items by their number: mail is no place for an applicant's data.</summary>
public sealed class EvocationMails(CommissionDirectory directory, MailFrame frame, SiteAddress site, Names names, IStringLocalizer<EvocationTexts> texts)
{
    public const string Purpose = "evocation";

    /// <summary>To who presides there, and to the planner.</summary>
    public async Task AskedAsync(WitaLiveDb db, PlannedMeeting meeting, EvocationRequest request, DateTimeOffset at, CancellationToken ct)
    {
        var commission = await directory.ReadAsync(db, meeting.StartsAt.DayInBrussels(), ct);
        var chamber = commission.Chamber(meeting.ChamberId)!;
        await AddAsync(db, meeting, chamber, request, "Asked", Presiding(chamber).Concat(await Planners.OfAsync(db, meeting, commission.Secretariat, ct)), at, ct);
    }

    /// <summary>To who asked, to the planner, and to who was asked beside the one that decided; a file that moves also to the President, who composes the chamber it goes to.</summary>
    public async Task DecidedAsync(WitaLiveDb db, PlannedMeeting meeting, EvocationRequest request, DateTimeOffset at, CancellationToken ct)
    {
        var commission = await directory.ReadAsync(db, meeting.StartsAt.DayInBrussels(), ct);
        var asker = await db.Persons.AsNoTracking().Where(p => p.Id == request.AskedBy).ToListAsync(ct);
        var president = request.State is EvocationState.Accepted && commission.President is { } one ? [one] : Enumerable.Empty<Person>();
        var chamber = commission.Chamber(meeting.ChamberId)!;
        var others = Presiding(chamber).Where(one => one.Id != request.DecidedBy);
        await AddAsync(
            db, meeting, chamber, request, $"{request.State}", asker.Concat(president).Concat(others).Concat(await Planners.OfAsync(db, meeting, commission.Secretariat, ct)), at, ct);
    }

    private static IEnumerable<Person> Presiding(ChamberOnDay chamber) => new[] { chamber.Chair, chamber.SubstituteChair }.OfType<Person>();

    private async Task AddAsync(
        WitaLiveDb db, PlannedMeeting meeting, ChamberOnDay chamber, EvocationRequest request, string what, IEnumerable<Person> receivers, DateTimeOffset at, CancellationToken ct)
    {
        var asker = await db.Persons.AsNoTracking().Where(p => p.Id == request.AskedBy).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync(ct);
        var item = await db.Set<PlannedMeeting>().Where(m => m.Id == meeting.Id).SelectMany(m => m.Agenda).Where(l => l.Id == request.ItemId).Select(l => l.Position).SingleOrDefaultAsync(ct);
        foreach (var to in receivers.DistinctBy(p => p.Id).Where(ConvocationRows.IsReachable))
            Outbox.Add(db, ReceiverLanguage.Run(to.Language, () => new OutgoingMail
            {
                ToAddress = to.Email,
                ToName = to.FullName,
                Language = to.Language,
                Subject = texts[$"Subject{what}", item, meeting.StartsAt.ToShortDay()].Value,
                Text = frame.Write(to.Language, to.FullName, () => texts[
                    $"Mail{what}", asker, item, ChamberTitles.Of(chamber, names, Language.Current.Culture), meeting.StartsAt.ToLongDay(), meeting.StartsAt.ToTime(),
                    site.Of($"meetings/{meeting.Id.Value}")].Value),
                Purpose = Purpose,
                CreatedAt = at,
                MeetingId = meeting.Id,
                PersonId = to.Id,
            }));
    }
}
