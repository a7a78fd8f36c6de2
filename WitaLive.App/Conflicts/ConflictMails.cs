using System.Net.Mail;
using Microsoft.Extensions.Localization;
using WitaLive.App.Calendars;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Conflicts;

/// <summary>The words of mails about conflicts of interest: never whose file it is, for mail is no place for that.</summary>
public sealed class ConflictMails(MailFrame frame, SiteAddress site, SmtpSettings smtp, Names names, IStringLocalizer<ConflictTexts> texts)
{
    public const string Purpose = "conflict";

    /// <summary>Asks a member to confirm or deny.</summary>
    public OutgoingMail Asking(Person to, PlannedMeeting meeting, ChamberOnDay chamber, int items, DateTimeOffset at) => Mail(
        to, meeting, at, () => texts["AskSubject", meeting.StartsAt.ToShortDay()],
        () => texts[items == 1 ? "AskMailOne" : "AskMail", items, TitleOf(chamber), meeting.StartsAt.ToLongDay(), site.Of("conflicts")]);

    /// <summary>Tells who presides what a member said, and the member when who presides did not accept it.</summary>
    public IEnumerable<OutgoingMail> Telling(PossibleConflict conflict, ConflictPlace place, DateTimeOffset at)
    {
        var duo = place.People.Seats.SelectMany(s => s.Duo).Concat(place.People.Presiders.Select(p => p.Person));
        if (duo.FirstOrDefault(p => p.Id == conflict.PersonId) is not { } member)
            return [];
        var receivers = conflict.State switch
        {
            ConflictState.Confirmed or ConflictState.Withdrawn => PresidersBeside(conflict.PersonId, place.People).Where(ConvocationRows.IsReachable).Take(1),
            ConflictState.Rejected => [member],
            _ => [],
        };
        var key = conflict.State.ToString();
        return receivers.Where(ConvocationRows.IsReachable).Select(to => Mail(
            to, place.Meeting, at, () => texts[$"Tell{key}Subject", place.Item, place.Meeting.StartsAt.ToShortDay()],
            () => texts[$"Tell{key}Mail", WritingDirection.SetApart(member.FullName), place.Item, TitleOf(place.Chamber), place.Meeting.StartsAt.ToLongDay(), WritingDirection.SetApart(conflict.LiftReason ?? ""), site.Of("conflicts")]));
    }

    /// <summary>Convenes the other one of the duo for one item, with its place in their calendar; anew when the meeting was moved.</summary>
    /// <param name="sequence">Higher than that of every calendar file before.</param>
    public OutgoingMail Calling(Person to, Person recused, PossibleConflict conflict, ConflictPlace place, bool anew, int sequence, DateTimeOffset at) => Mail(
        to, place.Meeting, at, () => texts[anew ? "CallAnewSubject" : "CallSubject", place.Item, place.Meeting.StartsAt.ToShortDay()],
        () => texts["CallMail", WritingDirection.SetApart(recused.FullName), place.Item, TitleOf(place.Chamber), place.Meeting.StartsAt.ToLongDay(), place.Meeting.StartsAt.ToTime(), PlaceOf(place.Meeting), PageOf(place.Meeting)],
        () => CalendarFile.Request(Event(to, conflict.ItemId, place, sequence, at)));

    /// <summary>The one convened for an item need not sit for it after all.</summary>
    public OutgoingMail Releasing(Person to, ItemId item, ConflictPlace place, int sequence, DateTimeOffset at) => Mail(
        to, place.Meeting, at, () => texts["ReleaseSubject", place.Meeting.StartsAt.ToShortDay()],
        () => texts["ReleaseMail", TitleOf(place.Chamber), place.Meeting.StartsAt.ToLongDay(), place.Meeting.StartsAt.ToTime(), PageOf(place.Meeting)],
        () => CalendarFile.Cancel(Event(to, item, place, sequence, at)));

    // The item's id, for the meeting itself may stand in the same calendar.
    private CalendarEvent Event(Person to, ItemId item, ConflictPlace place, int sequence, DateTimeOffset at)
    {
        var (meeting, from) = (place.Meeting, new MailAddress(smtp.From));
        return new()
        {
            Uid = item.Value,
            Sequence = sequence,
            Stamp = at,
            Start = meeting.StartsAt,
            End = meeting.StartsAt.AddMinutes(meeting.Minutes),
            Status = EventStatus.Confirmed,
            Summary = place.Item > 0 ? texts["CallEvent", place.Item, TitleOf(place.Chamber)] : TitleOf(place.Chamber),
            Location = meeting.Place,
            Page = PageOf(meeting),
            Conference = meeting.OnlineAddress is { Length: > 0 } online ? new Uri(online) : null,
            Organizer = new(from.DisplayName, from.Address),
            Attendee = new(to.FullName, to.Email),
        };
    }

    // A jurist who only stands in is told nothing.
    private static IEnumerable<Person> PresidersBeside(PersonId member, MeetingPeople people) =>
        people.Presiders.Select(p => p.Person).Where(p => p.Id != member && people.Jurists.All(j => j.Id != p.Id));

    private string PlaceOf(PlannedMeeting meeting) => meeting switch
    {
        { Mode: MeetingMode.Online } => meeting.OnlineAddress ?? "",
        { Mode: MeetingMode.Hybrid, OnlineAddress: { Length: > 0 } online } => texts["CallPlaces", WritingDirection.SetApart(meeting.Place), online],
        _ => WritingDirection.SetApart(meeting.Place),
    };

    private Uri PageOf(PlannedMeeting meeting) => site.Of($"meetings/{meeting.Id.Value}");

    private string TitleOf(ChamberOnDay chamber) => ChamberTitles.Of(chamber, names, Language.Current.Culture);

    private OutgoingMail Mail(Person to, PlannedMeeting meeting, DateTimeOffset at, Func<LocalizedString> subject, Func<LocalizedString> words, Func<byte[]>? calendar = null) =>
        ReceiverLanguage.Run(to.Language, () => new OutgoingMail
        {
            ToAddress = to.Email,
            ToName = to.FullName,
            Language = to.Language,
            Subject = subject().Value,
            Text = frame.Write(to.Language, to.FullName, () => words().Value),
            Calendar = calendar?.Invoke(),
            Purpose = Purpose,
            CreatedAt = at,
            MeetingId = meeting.Id,
            PersonId = to.Id,
        });
}
