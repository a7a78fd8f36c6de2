using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Answers;

/// <summary>Tells whoever was given a proxy that they hold one, what they do if they do not come either, and when it ends; and its giver that they do not come.</summary>
public sealed class ProxyMails(MailFrame frame, SiteAddress site, Names names, IStringLocalizer<AnswerTexts> texts)
{
    public const string Purpose = "proxy-held";

    public OutgoingMail Given(Person holder, Person giver, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at) => Mail(holder, giver, meeting, meeting.StartsAt, chamber, at, "ProxyGiven");

    /// <param name="startsAt">Of the meeting it was given for, which may have been moved since.</param>
    public OutgoingMail Ended(Person holder, Person giver, PlannedMeeting meeting, DateTimeOffset startsAt, ChamberOnDay chamber, ProxyEnd why, DateTimeOffset at) =>
        Mail(holder, giver, meeting, startsAt, chamber, at, "ProxyEnded", why: why);

    /// <summary>To the giver, of a proxy that they did not end themselves.</summary>
    /// <inheritdoc cref="Ended" path="/param[@name='startsAt']"/>
    public OutgoingMail EndedToGiver(Person giver, Person holder, PlannedMeeting meeting, DateTimeOffset startsAt, ChamberOnDay chamber, DateTimeOffset at) => Mail(giver, holder, meeting, startsAt, chamber, at, "ProxyOver");

    /// <summary>To the giver: whoever holds it has said not to come.</summary>
    public OutgoingMail HolderStaysAway(Person giver, Person holder, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at) => Mail(giver, holder, meeting, meeting.StartsAt, chamber, at, "ProxyHolderAway", "/proxy");

    private OutgoingMail Mail(Person to, Person other, PlannedMeeting meeting, DateTimeOffset startsAt, ChamberOnDay chamber, DateTimeOffset at, string key, string page = "", ProxyEnd? why = null) =>
        ReceiverLanguage.Run(to.Language, () => new OutgoingMail
        {
            ToAddress = to.Email,
            ToName = to.FullName,
            Language = to.Language,
            Subject = texts[$"{key}Subject", startsAt.ToShortDay()].Value,
            Text = frame.Write(to.Language, to.FullName, () => texts[$"{key}Mail", other.FullName, ChamberTitles.Of(chamber, names, Language.Current.Culture),
                startsAt.ToLongDay(), startsAt.ToTime(), site.Of($"meetings/{meeting.Id.Value}{page}"), why is null ? "" : texts[$"ProxyEndedAs{why}"].Value].Value),
            Purpose = Purpose,
            CreatedAt = at,
            MeetingId = meeting.Id,
            PersonId = to.Id,
        });
}
