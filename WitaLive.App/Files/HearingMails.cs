using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>Tells whoever comes to a hearing at which hour and where, when that is no longer what they could read of the meeting.</summary>
/// <remarks>Waits a little, so that an hour and a place that are changed one after the other make one mail.</remarks>
public sealed class HearingMails(MailFrame frame, SiteAddress site, TimeProvider clock, IStringLocalizer<FileTexts> texts)
{
    private static readonly TimeSpan s_gathers = TimeSpan.FromMinutes(1);

    /// <summary>Compares what is to be written of the meeting with what is stored of it. Within the transaction of the caller, who saves.</summary>
    /// <param name="file">That stood on this agenda before.</param>
    internal async Task FollowAsync(WitaLiveDb db, PlannedMeeting meeting, ApplicationFile file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (meeting.StartsAt <= now || meeting.Agenda.FirstOrDefault(line => line.FileId == file.Id) is not { } line)
            return;
        var (was, day) = (db.Entry(meeting), db.Entry(line).Property(l => l.FixedHour));
        var before = (was.Property(m => m.StartsAt).OriginalValue, day.OriginalValue, PlaceOf(was.Property(m => m.Place).OriginalValue, was.Property(m => m.OnlineAddress).OriginalValue));
        var after = (meeting.StartsAt, line.FixedHour, PlaceOf(meeting.Place, meeting.OnlineAddress));
        if (before == after || (file.IsMeasure && line.FixedHour is null && before == (before.Item1, null, after.Item3))) // another day alone, of a measure, is told by the file's own mail
            return;
        if (file.ApplicantId is not { } applicant || !Comes(await FileJournal.EventsAsync(db, file.Id, ct))
            || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == applicant && p.IsActive, ct) is not { } person)
            return;
        await Outbox.CancelForItemAsync(db, line.Id, ApplicationMails.Purpose, now, ct);
        var at = line.FixedHour is { } hour ? BrusselsTime.At(meeting.StartsAt.DayInBrussels(), hour) : meeting.StartsAt;
        Outbox.Add(db, ReceiverLanguage.Run(person.Language, () => new OutgoingMail
        {
            ToAddress = person.Email,
            ToName = person.FullName,
            Language = person.Language,
            Subject = texts["MailHearingHourSubject", file.Number].Value,
            Text = frame.Write(person.Language, person.FullName, () => texts["MailHearingHourText", file.Number, site.Of(FilePlaces.OfPerson(file)), at.ToLongDay(), at.ToTime(), after.Item3].Value),
            Purpose = ApplicationMails.Purpose,
            CreatedAt = now,
            DueAt = now + s_gathers,
            PersonId = person.Id,
            MeetingId = meeting.Id,
            ItemId = line.Id,
        }));
    }

    /// <summary>Off the agenda, nobody is expected any more: what has not gone yet does not go.</summary>
    internal async Task TakeBackAsync(WitaLiveDb db, PlannedMeeting meeting, ApplicationFile file, CancellationToken ct)
    {
        foreach (var line in db.ChangeTracker.Entries<AgendaLine>().Where(line => line.Entity.FileId == file.Id).Select(line => line.Entity.Id).Concat(meeting.Agenda.Where(line => line.FileId == file.Id).Select(line => line.Id)).Distinct().ToList())
            await Outbox.CancelForItemAsync(db, line, ApplicationMails.Purpose, clock.GetUtcNow(), ct);
    }

    /// <summary>The person wishes to be heard, and no chamber has dealt with it since.</summary>
    internal static bool Comes(IEnumerable<ApplicationEvent> events) =>
        events.LastOrDefault(e => e is InvitedToHearing or HearingConfirmed or HearingForgone or ChamberConcluded) is HearingConfirmed;

    /// <summary>Where one comes to: a place, or an address on the web; a dash where neither is known yet.</summary>
    internal static string PlaceOf(string place, string? online) => place.Length > 0 ? place : online ?? "–";
}
