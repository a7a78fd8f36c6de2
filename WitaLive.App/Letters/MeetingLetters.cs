using System.Net.Mail;
using WitaLive.App.Calendars;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Letters;

/// <summary>The letters about one meeting, each in the language of its receiver.</summary>
/// <remarks>Never an applicant's name nor the number of a file: mail is no place for them.</remarks>
public sealed class MeetingLetters(LetterTemplatesNow words, PlannedMeeting meeting, LetterValues values, MeetingPeople people, MailAddress from)
{
    public const string Purpose = "convocation";

    // The watch over the quorum looks after each answer, and may have more to say to the same person: its letter then stands in place of this one.
    private static readonly TimeSpan s_offerWaits = TimeSpan.FromMinutes(1);

    // Stand for what differs from one receiver of a thousand to the next; no name holds the one, no site is at the other.
    private const string AnyName = "\uE000";
    private const string AnyLink = "https://any.invalid/";

    private readonly HashSet<PersonId> _withSubstitute = [.. people.Seats.Where(seat => seat.Substitute is not null).Select(seat => seat.Effective?.Id).OfType<PersonId>()];

    private readonly Dictionary<(LetterKind, string, bool), (string Subject, string Markdown, string Text)> _drafts = [];

    /// <param name="more">What the fields of this letter say that differ from receiver to receiver.</param>
    public OutgoingMail Write(LetterKind kind, Person to, DateTimeOffset at, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var (subject, markdown, text) = more is [(LetterFields.AnswerLink, var link)] ? FromDraft(kind, to, link) : Whole(kind, to, to.FullName, more);
        return new OutgoingMail
        {
            ToAddress = to.Email,
            ToName = to.FullName.Length <= OutgoingMail.MaxNameLength ? to.FullName : to.FamilyName,
            Language = to.Language,
            Subject = OneLine(subject),
            Text = text,
            Markdown = markdown,
            Calendar = CalendarFor(kind, to, at),
            Purpose = Purpose,
            CreatedAt = at,
            DueAt = kind is LetterKind.ProxyOffer ? at + s_offerWaits : at,
            MeetingId = meeting.Id,
            PersonId = to.Id,
        };
    }

    // Where only name and link differ, a letter is filled and read as Markdown once in each language, with and without a substitute, however many get it.
    private (string Subject, string Markdown, string Text) FromDraft(LetterKind kind, Person to, string link)
    {
        var key = (kind, to.Language, HasSubstitute(to));
        if (!_drafts.TryGetValue(key, out var draft))
            _drafts[key] = draft = Whole(kind, to, AnyName, (LetterFields.AnswerLink, AnyLink));
        var name = to.FullName.Replace(AnyName, "", StringComparison.Ordinal);
        return (Put(draft.Subject, name), Put(draft.Markdown, MarkdownText.Escape(name)), Put(draft.Text, name));

        string Put(string draft, string name) => draft.Replace(AnyLink, link, StringComparison.Ordinal).Replace(AnyName, name, StringComparison.Ordinal);
    }

    private (string Subject, string Markdown, string Text) Whole(LetterKind kind, Person to, string name, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var (subject, markdown) = Fill(words[kind, to.Language], to.Language, name, HasSubstitute(to), more);
        return (subject, markdown, MarkdownText.ToPlainText(markdown));
    }

    // A name or a place may hold anything; the subject of a mail is one line of bearable length.
    private static string OneLine(string subject)
    {
        var line = new string([.. subject.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Trim();
        return line.Length <= OutgoingMail.MaxSubjectLength ? line : line[..OutgoingMail.MaxSubjectLength];
    }

    // A «no» of theirs calls somebody: the effective member of a seat that has two.
    private bool HasSubstitute(Person person) => _withSubstitute.Contains(person.Id);

    /// <summary>Subject and Markdown with every field filled.</summary>
    /// <param name="hasSubstitute">Whether someone is called when the receiver does not come.</param>
    public (string Subject, string Markdown) Fill(LetterTemplate letter, string language, string name, bool hasSubstitute, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var filled = values.In(language);
        filled["receiver.name"] = name;
        if (!hasSubstitute)
            filled[LetterFields.SubstituteCalled] = "";
        foreach (var (field, value) in more)
            filled[field] = value;
        return letter.Fill(filled, language);
    }

    /// <summary>A letter for paper: without the link, which is of no use there, and without what stands under the last rule, which speaks of mail.</summary>
    public (string Subject, string Markdown) ForPaper(LetterKind kind, Person to, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var (subject, markdown) = Fill(words[kind, to.Language], to.Language, to.FullName, HasSubstitute(to), more);
        return (subject, markdown.LastIndexOf("\n---\n", StringComparison.Ordinal) is > 0 and var end ? markdown[..end] : markdown);
    }

    private byte[]? CalendarFor(LetterKind kind, Person to, DateTimeOffset at) => kind switch
    {
        LetterKind.Invitation or LetterKind.Substitution or LetterKind.Change => CalendarFile.Request(Event(to, at)),
        LetterKind.Cancellation or LetterKind.Release or LetterKind.NotSitting => CalendarFile.Cancel(Event(to, at)),
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
