using System.Net.Mail;
using WitaLive.App.Calendars;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Letters;

/// <summary>The letters about one meeting, each in the language of its receiver.</summary>
/// <remarks>Never an applicant's name nor the number of a file: mail is no place for them.</remarks>
public sealed class MeetingLetters(LetterTemplatesNow words, PlannedMeeting meeting, LetterValues values, MailAddress from)
{
    public const string Purpose = "convocation";

    /// <param name="more">What the fields of this letter say that differ from receiver to receiver.</param>
    public OutgoingMail Write(LetterKind kind, Person to, DateTimeOffset at, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var (subject, markdown) = Fill(words[kind, to.Language], to.Language, to.FullName, more);
        return new OutgoingMail
        {
            ToAddress = to.Email,
            ToName = to.FullName.Length <= OutgoingMail.MaxNameLength ? to.FullName : to.FamilyName,
            Language = to.Language,
            Subject = subject,
            Text = MarkdownText.ToPlainText(markdown),
            Markdown = markdown,
            Calendar = CalendarFor(kind, to, at),
            Purpose = Purpose,
            CreatedAt = at,
            MeetingId = meeting.Id,
            PersonId = to.Id,
        };
    }

    /// <summary>Subject and Markdown with every field filled.</summary>
    public (string Subject, string Markdown) Fill(LetterTemplate letter, string language, string name, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var filled = values.In(language);
        filled["receiver.name"] = name;
        foreach (var (field, value) in more)
            filled[field] = value;
        var (subject, markdown) = letter.Fill(filled);
        // A name or a place may hold anything; the subject of a mail is one line of bearable length.
        var line = new string([.. subject.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Trim();
        return (line.Length <= OutgoingMail.MaxSubjectLength ? line : line[..OutgoingMail.MaxSubjectLength], markdown);
    }

    /// <summary>A letter for paper, where a link is of no use.</summary>
    public (string Subject, string Markdown) ForPaper(LetterKind kind, Person to) => Fill(words[kind, to.Language], to.Language, to.FullName);

    private byte[]? CalendarFor(LetterKind kind, Person to, DateTimeOffset at) => kind switch
    {
        LetterKind.Invitation or LetterKind.Substitution or LetterKind.Change => CalendarFile.Request(Event(to, at)),
        LetterKind.Cancellation or LetterKind.Release => CalendarFile.Cancel(Event(to, at)),
        _ => null,
    };

    private CalendarEvent Event(Person to, DateTimeOffset at)
    {
        var filled = values.In(to.Language);
        return new()
        {
            Uid = meeting.Id.Value,
            Sequence = meeting.Revision,
            Stamp = at,
            Start = meeting.StartsAt,
            End = meeting.StartsAt.AddMinutes(meeting.Minutes),
            Status = EventStatus.Confirmed,
            Summary = filled["meeting.title"],
            Location = filled["meeting.place"],
            Page = new(filled["meeting.page"]),
            Conference = filled["meeting.online"] is { Length: > 0 } online ? new(online) : null,
            Organizer = new(from.DisplayName, from.Address),
            Attendee = new(to.FullName, to.Email),
        };
    }
}
