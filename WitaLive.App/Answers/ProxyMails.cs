using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Answers;

/// <summary>Tells whoever was given a proxy that they hold one, what they do if they do not come either, and when it ends.</summary>
public sealed class ProxyMails(MailFrame frame, SiteAddress site, Names names, IStringLocalizer<AnswerTexts> texts)
{
    public const string Purpose = "proxy-held";

    public OutgoingMail Given(Person holder, Person giver, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at) => Mail(holder, giver, meeting, meeting.StartsAt, chamber, at, "ProxyGiven");

    /// <param name="startsAt">Of the meeting it was given for, which may have been moved since.</param>
    public OutgoingMail Ended(Person holder, Person giver, PlannedMeeting meeting, DateTimeOffset startsAt, ChamberOnDay chamber, DateTimeOffset at) => Mail(holder, giver, meeting, startsAt, chamber, at, "ProxyEnded");

    private OutgoingMail Mail(Person holder, Person giver, PlannedMeeting meeting, DateTimeOffset startsAt, ChamberOnDay chamber, DateTimeOffset at, string key) =>
        ReceiverLanguage.Run(holder.Language, () => new OutgoingMail
        {
            ToAddress = holder.Email,
            ToName = holder.FullName,
            Language = holder.Language,
            Subject = texts[$"{key}Subject", startsAt.ToShortDay()].Value,
            Text = frame.Write(holder.Language, holder.FullName, () => texts[$"{key}Mail", giver.FullName, ChamberTitles.Of(chamber, names, Language.Current.Culture),
                startsAt.ToLongDay(), startsAt.ToTime(), site.Of($"meetings/{meeting.Id.Value}")].Value),
            Purpose = Purpose,
            CreatedAt = at,
            MeetingId = meeting.Id,
            PersonId = holder.Id,
        });
}
