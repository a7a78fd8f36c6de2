using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Conflicts;

/// <summary>The words of mails about conflicts of interest: never whose file it is, for mail is no place for that.</summary>
public sealed class ConflictMails(MailFrame frame, SiteAddress site, Names names, IStringLocalizer<ConflictTexts> texts)
{
    public const string Purpose = "conflict";

    /// <summary>Asks a member to confirm or deny.</summary>
    public OutgoingMail Asking(Person to, PlannedMeeting meeting, ChamberOnDay chamber, int items, DateTimeOffset at) => Mail(
        to, meeting, chamber, at, () => texts["AskSubject", meeting.StartsAt.ToShortDay()],
        title => texts["AskMail", items, title, meeting.StartsAt.ToLongDay(), site.Of("conflicts")]);

    /// <summary>Convenes the other one of the duo for one item.</summary>
    public OutgoingMail Calling(Person to, Person recused, PlannedMeeting meeting, ChamberOnDay chamber, int item, DateTimeOffset at) => Mail(
        to, meeting, chamber, at, () => texts["CallSubject", item, meeting.StartsAt.ToShortDay()],
        title => texts["CallMail", recused.FullName, item, title, meeting.StartsAt.ToLongDay(), meeting.StartsAt.ToTime(), PlaceOf(meeting), site.Of($"meetings/{meeting.Id.Value}")]);

    private static string PlaceOf(PlannedMeeting meeting) => meeting.Mode is MeetingMode.Online ? meeting.OnlineAddress ?? "" : meeting.Place;

    private OutgoingMail Mail(Person to, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at, Func<LocalizedString> subject, Func<string, LocalizedString> words) =>
        ReceiverLanguage.Run(to.Language, () => new OutgoingMail
        {
            ToAddress = to.Email,
            ToName = to.FullName,
            Language = to.Language,
            Subject = subject().Value,
            Text = frame.Write(to.Language, to.FullName, () => words(ChamberTitles.Of(chamber, names, Language.Current.Culture)).Value),
            Purpose = Purpose,
            CreatedAt = at,
            MeetingId = meeting.Id,
            PersonId = to.Id,
        });
}
