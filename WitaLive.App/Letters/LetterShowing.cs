using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Forecasts;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Letters;

/// <summary>A letter for paper.</summary>
public sealed record PaperLetter(Person To, string Subject, string Html);

/// <summary>Shows letters without sending them: words being written, with the facts of a real meeting; and convocations on paper.</summary>
public sealed class LetterShowing(
    IDbContextFactory<WitaLiveDb> databases, LetterWriting writing, MeetingReading reading, Names names, ForecastWords forecasts, IStringLocalizer<LetterTexts> texts)
{
    /// <summary>How a letter would look to someone invited to the latest meeting there is; or why these words cannot be a letter.</summary>
    public async Task<Result<LetterPreview>> PreviewAsync(ClaimsPrincipal who, LetterKind kind, string language, string subject, string body, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var read = LetterTemplate.Read(kind, subject, body);
        if (read is not Result<LetterTemplate>.Ok(var letter))
            return ((Result<LetterTemplate>.Refused)read).Why;
        await using var db = await databases.CreateDbContextAsync(ct);
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery()
            .Where(m => m.CancelledAt == null).OrderByDescending(m => m.StartsAt).FirstOrDefaultAsync(ct);
        if (meeting is null)
            return new NoMeetingToShow();
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        if (people.Invited.Where(i => i.Seat is not null).OrderByDescending(i => i.Person.Language == language).FirstOrDefault() is not { } invited)
            return new NoMeetingToShow();

        var letters = await writing.ForAsync(db, meeting, (chamber, people), ct);
        var (line, markdown) = letters.Fill(letter, language, invited.Person.FullName, hasSubstitute: true, [.. ReceiverLanguage.Run(language, () => Examples(meeting, invited))]);
        return new LetterPreview(invited.Person.FullName, line, MarkdownText.ToHtml(markdown));
    }

    /// <summary>Convocations on paper, or that the meeting is cancelled, in the language of each receiver: of one person, or of everyone convened who could not be reached by mail.</summary>
    public async Task<ImmutableArray<PaperLetter>> OnPaperAsync(ClaimsPrincipal who, MeetingId id, PersonId? only, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return [];
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        var letters = await writing.ForAsync(db, meeting, (chamber, people), ct);
        var unreached = only is null ? await UnreachedAsync(db, id, ct) : [];
        return
        [
            .. from person in people.Invited.Select(i => i.Person)
               where only is { } one ? person.Id == one : unreached.Contains(person.Id)
               let letter = meeting.CancelReason is { } reason ? letters.ForPaper(LetterKind.Cancellation, person, ("cancel.reason", reason)) : letters.ForPaper(LetterKind.Invitation, person)
               select new PaperLetter(person, letter.Subject, MarkdownText.ToHtml(letter.Markdown)),
        ];
    }

    private static async Task<HashSet<PersonId>> UnreachedAsync(WitaLiveDb db, MeetingId id, CancellationToken ct)
    {
        var told = await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == id && c.Kind == ConvocationKind.Invitation).ToListAsync(ct);
        var mails = told.Select(c => c.MailId).OfType<Guid>().ToList();
        var failed = await db.Set<OutgoingMail>().AsNoTracking().Where(m => mails.Contains(m.Id) && m.FailedAt != null).Select(m => m.Id).ToListAsync(ct);
        return [.. told.Where(c => c.MailId is not { } mail || failed.Contains(mail)).Select(c => c.PersonId)];
    }

    private (string, string)[] Examples(PlannedMeeting meeting, Invited invited) =>
    [
        (LetterFields.AnswerLink, texts["ExampleLink"]),
        ("partner.name", invited.Seat!.Duo.FirstOrDefault(p => p.Id != invited.Person.Id)?.FullName ?? texts["YourPartner"]),
        ("before.day", Languages.BrusselsTime.ToLongDay(meeting.StartsAt)),
        ("before.start", Languages.BrusselsTime.ToTime(meeting.StartsAt)),
        ("cancel.reason", texts["ExampleReason"]),
        ("seat.members", string.Join(", ", invited.Seat.Duo.Select(p => p.FullName))),
        ("seat.group", names.Of(invited.Seat.Group)),
        (LetterFields.Lacking, texts["ExampleLacking"]),
        (LetterFields.NotConvened, forecasts.NotConvened),
        (LetterFields.Proxy, forecasts.ProxyOf(awayHolder: null)),
        (LetterFields.Calls, $"- {MarkdownText.Escape(string.Join(", ", invited.Seat.Duo.Select(p => p.FullName)))}"),
    ];
}
