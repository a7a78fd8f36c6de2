using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Answers;

/// <summary>Tells whoever was given a proxy that they hold one, and what they do if they do not come either.</summary>
public sealed class ProxyMails(MailFrame frame, SiteAddress site, Names names, IStringLocalizer<AnswerTexts> texts)
{
    public const string Purpose = "proxy-held";

    public OutgoingMail Given(Person holder, Person giver, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at) => Mail(holder, giver, meeting, chamber, at, "ProxyGiven");

    public OutgoingMail Withdrawn(Person holder, Person giver, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at) => Mail(holder, giver, meeting, chamber, at, "ProxyTakenBack");

    private OutgoingMail Mail(Person holder, Person giver, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at, string key) =>
        ReceiverLanguage.Run(holder.Language, () => new OutgoingMail
        {
            ToAddress = holder.Email,
            ToName = holder.FullName,
            Language = holder.Language,
            Subject = texts[$"{key}Subject", meeting.StartsAt.ToShortDay()].Value,
            Text = frame.Write(holder.Language, holder.FullName, () => texts[$"{key}Mail", giver.FullName, ChamberTitles.Of(chamber, names, Language.Current.Culture),
                meeting.StartsAt.ToLongDay(), meeting.StartsAt.ToTime(), site.Of($"meetings/{meeting.Id.Value}")].Value),
            Purpose = Purpose,
            CreatedAt = at,
            MeetingId = meeting.Id,
            PersonId = holder.Id,
        });
}
