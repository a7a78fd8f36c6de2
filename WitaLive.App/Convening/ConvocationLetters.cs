using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Convening;

/// <summary>The mails that tell people of a meeting, each in the language of its receiver.</summary>
/// <remarks>Content: rules of procedure, art. 4, 5 § 5, 17 § 2, 20 § 2. Never an applicant's name: mail is no place for it.</remarks>
public sealed class ConvocationLetters(MailFrame frame, SiteAddress site, Names names, IStringLocalizer<ConvocationTexts> texts)
{
    public const string Purpose = "convocation";

    public OutgoingMail Invite(Person person, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at) => Write(person, meeting, at, () => (
        texts[meeting.SecondConvocation ? "SubjectSecond" : "Subject", TitleOf(chamber), meeting.StartsAt.ToShortDay()],
        [
            texts["Invited", TitleOf(chamber)],
            .. meeting.SecondConvocation ? [texts["Second"].Value] : Array.Empty<string>(),
            Facts(meeting),
            Agenda(meeting),
            Links(meeting),
            texts["WarnSubstitute"],
        ]));

    /// <param name="before">The facts as they were convened before.</param>
    public OutgoingMail Change(Person person, PlannedMeeting meeting, ChamberOnDay chamber, MeetingFacts before, DateTimeOffset at) => Write(person, meeting, at, () => (
        texts["SubjectChange", TitleOf(chamber), meeting.StartsAt.ToShortDay()],
        [
            texts["Changed", TitleOf(chamber), before.StartsAt.ToLongDay(), before.StartsAt.ToTime()],
            Facts(meeting),
            Links(meeting),
        ]));

    public OutgoingMail Cancel(Person person, PlannedMeeting meeting, ChamberOnDay chamber, DateTimeOffset at) => Write(person, meeting, at, () => (
        texts["SubjectCancellation", TitleOf(chamber), meeting.StartsAt.ToShortDay()],
        [
            texts["Cancelled", TitleOf(chamber), meeting.StartsAt.ToLongDay(), meeting.StartsAt.ToTime()],
            texts["CancelledBecause", meeting.CancelReason ?? ""],
        ]));

    private OutgoingMail Write(Person person, PlannedMeeting meeting, DateTimeOffset at, Func<(string Subject, string[] Parts)> write) =>
        ReceiverLanguage.Run(person.Language, () =>
        {
            var (subject, parts) = write();
            return new OutgoingMail
            {
                ToAddress = person.Email,
                ToName = person.FullName.Length <= OutgoingMail.MaxNameLength ? person.FullName : person.FamilyName,
                Language = person.Language,
                Subject = subject,
                Text = frame.Write(person.Language, person.FullName, () => string.Join("\n\n", parts)),
                Purpose = Purpose,
                CreatedAt = at,
                MeetingId = meeting.Id,
                PersonId = person.Id,
            };
        });

    private string TitleOf(ChamberOnDay chamber) => ChamberTitles.Of(chamber, names, Language.Current.Culture);

    private string Facts(PlannedMeeting meeting)
    {
        List<string> lines =
        [
            texts["When", meeting.StartsAt.ToLongDay(), meeting.StartsAt.ToTime(), meeting.StartsAt.AddMinutes(meeting.Minutes).ToTime()],
            texts["How", texts[$"Mode{meeting.Mode}"].Value],
        ];
        if (meeting.Mode is not MeetingMode.Online)
            lines.Add(texts["Where", meeting.Place]);
        if (meeting.Mode is not MeetingMode.OnSite && meeting.OnlineAddress is { Length: > 0 } online)
            lines.Add(texts["OnlineAt", online]);
        return string.Join("\n", lines);
    }

    private string Agenda(PlannedMeeting meeting) => string.Join("\n",
        meeting.Agenda.OrderBy(line => line.Position).Select(line => $"{line.Position}. {PlanWords.Title(line)}").Prepend(texts["Agenda"]));

    private string Links(PlannedMeeting meeting) => string.Join("\n",
        texts["RoomLink", site.Of($"room/{meeting.Id.Value}")],
        texts["PageLink", site.Of($"meetings/{meeting.Id.Value}")]);
}
