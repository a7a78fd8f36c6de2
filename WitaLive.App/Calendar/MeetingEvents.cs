using System.Net.Mail;
using Microsoft.Extensions.Localization;
using WitaLive.App.Calendars;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;

namespace WitaLive.App.Calendar;

/// <summary>Meetings as events of a calendar file, in the language that is current. Never what is on the agenda: a calendar goes through many hands.</summary>
public sealed class MeetingEvents(SiteAddress site, SmtpSettings mail, Names names, IStringLocalizer<CalendarTexts> texts)
{
    private readonly MailAddress _from = new(mail.From);

    /// <param name="own">How it stands for whose calendar this is.</param>
    public CalendarEvent Of(PlannedMeeting meeting, ChamberOnDay chamber, OwnPart own, DateTimeOffset now)
    {
        var title = ChamberTitles.Of(chamber, names, Language.Current.Culture);
        if (meeting.SecondConvocation)
            title = texts["EventSecond", title];
        var isCancelled = meeting.CancelledAt is not null;
        return Of(meeting.Id, meeting.Revision, MeetingFacts.Of(meeting), now) with
        {
            Status = isCancelled ? EventStatus.Cancelled : own switch
            {
                { Comes: false } => null, // held, yet not for this reader: no word of RFC 5545 § 3.8.1.11 says it, the answer below does
                { IsCalled: true } => EventStatus.Confirmed,
                _ when meeting is { OpenedAt: not null, ConvenedAt: null } => EventStatus.Confirmed, // it sat, though nobody was convened
                _ => EventStatus.Tentative,
            },
            IsFree = own.Comes is false || (meeting.ConvenedAt is not null && !own.IsCalled),
            Organizer = own.Comes is null ? null : new(_from.DisplayName, _from.Address),
            Attendee = own.Comes is null ? null : own.Person,
            Comes = own.Comes,
            Summary = isCancelled ? texts["EventCancelled", title] : own.Comes is false ? texts["EventDeclined", title] : title,
            Description = isCancelled ? texts["EventCancelledBecause", WritingDirection.SetApart(meeting.CancelReason ?? "")] : texts[$"EventMode{meeting.Mode}"],
            Page = site.Of($"meetings/{meeting.Id.Value}"),
        };
    }

    public CalendarEvent Of(ProvisionalDate date, ChamberOnDay chamber, DateTimeOffset now)
    {
        var title = ChamberTitles.Of(chamber, names, Language.Current.Culture);
        var isWithdrawn = date.WithdrawnAt is not null;
        return Of(date.Id, date.Revision, date.Facts, now) with
        {
            Status = isWithdrawn ? EventStatus.Cancelled : EventStatus.Tentative,
            Summary = texts[isWithdrawn ? "EventCancelled" : "EventProvisional", title],
            Description = texts[isWithdrawn ? "EventWithdrawnText" : "EventProvisionalText"],
            Page = site.Of("calendar"),
        };
    }

    private static CalendarEvent Of(Domain.MeetingId id, int revision, MeetingFacts facts, DateTimeOffset now) => new()
    {
        Uid = id.Value,
        Sequence = revision,
        Stamp = now,
        Start = facts.StartsAt,
        End = facts.StartsAt.AddMinutes(facts.Minutes),
        Status = EventStatus.Confirmed,
        Summary = "",
        Location = facts.Place,
        Conference = facts.OnlineAddress is { Length: > 0 } online ? new Uri(online) : null,
    };
}
