using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Convening;

/// <summary>Writes that people were told of one meeting, with the mails that tell them. The caller saves, with the act itself.</summary>
public sealed class ConvocationRows(WitaLiveDb db, MeetingId meeting, MeetingLetters letters, SiteAddress site)
{
    public static bool IsReachable(Person person) => person.IsActive && MailAddresses.IsUsable(person.Email);

    /// <summary>Whom a meeting convenes at first: effective members and who presides. A substitute is called when the effective member does not come, or cannot be told.</summary>
    /// <remarks>Source: rules of procedure, art. 6 § 1 to 4; royal decree of 13 March 2023, art. 2 § 1.</remarks>
    public static IEnumerable<Person> ConvenedFirst(MeetingPeople people) => people.Invited
        .Where(invited => !invited.IsSubstitute || invited.Role is not null || invited.Seat?.Effective is not { } effective || !IsReachable(effective))
        .Select(invited => invited.Person);

    /// <summary>How many of them get a mail, and how many are told on paper because they have no address for one.</summary>
    public static (int ByMail, int OnPaper) Counted(MeetingPeople people) => Counted(ConvenedFirst(people));

    public static (int ByMail, int OnPaper) Counted(IEnumerable<Person> people)
    {
        var told = people.ToList();
        var byMail = told.Count(IsReachable);
        return (byMail, told.Count - byMail);
    }

    /// <summary>That a person is convened, with a letter if there is an address.</summary>
    public void Invite(Person person, LetterKind kind, DateTimeOffset at, params ReadOnlySpan<(string Field, string Value)> more) =>
        Add(Convocation.Invite(meeting, person.Id, at), person, kind, more);

    /// <summary>Convocations of many, composed but not written: nobody waits for the database meanwhile.</summary>
    public ComposedConvocations Compose(IEnumerable<Person> people, DateTimeOffset at)
    {
        var (rows, mails) = (new List<Convocation>(), new List<OutgoingMail>());
        foreach (var person in people)
        {
            var row = Convocation.Invite(meeting, person.Id, at);
            if (IsReachable(person))
            {
                mails.Add(Letter(row, person, LetterKind.Invitation, at, []));
                row.MailId = mails[^1].Id;
            }
            rows.Add(row);
        }
        return new(mails, rows);
    }

    /// <summary>A row with its letter, if there is an address for it.</summary>
    public void Add(Convocation row, Person person, LetterKind kind, params ReadOnlySpan<(string Field, string Value)> more)
    {
        if (IsReachable(person))
            Write(row, person, kind, row.CreatedAt, more);
        db.Add(row);
    }

    /// <summary>The letter of a row, in place of the one it had; the link in that one ends.</summary>
    public void Write(Convocation row, Person person, LetterKind kind, DateTimeOffset at, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var mail = Letter(row, person, kind, at, more);
        Outbox.Add(db, mail);
        row.MailId = mail.Id;
    }

    private OutgoingMail Letter(Convocation row, Person person, LetterKind kind, DateTimeOffset at, ReadOnlySpan<(string Field, string Value)> more)
    {
        var link = LetterFields.Of(kind).Contains(LetterFields.AnswerLink) ? site.Of(AnswerPage.AddressOf(row.NewLink(), person.Language)).ToString() : "";
        return letters.Write(kind, person, at, [.. more, (LetterFields.AnswerLink, link)]);
    }

    /// <summary>A call on whoever the quorum hangs on; without a link for someone who was not convened and has nothing to answer.</summary>
    /// <remarks>It speaks of the proxy, too: an offer that has not left yet does not leave any more.</remarks>
    public async Task AddCallAsync(Convocation row, Person person, bool mayAnswer, (string Field, string Value)[] more, CancellationToken ct)
    {
        await Outbox.CancelWaitingAsync(db, meeting, person.Id, MeetingLetters.Purpose, row.CreatedAt, ct);
        if (mayAnswer)
            Write(row, person, LetterKind.QuorumCall, row.CreatedAt, more);
        else
            row.MailId = Send(person, LetterKind.QuorumCall, row.CreatedAt, more).Id;
        db.Add(row);
    }

    /// <summary>Convenes once more someone who was released; the answer counts anew.</summary>
    public void InviteAgain(Convocation row, Person person, LetterKind kind, DateTimeOffset at, params ReadOnlySpan<(string Field, string Value)> more)
    {
        row.CallAgain();
        if (IsReachable(person))
            Write(row, person, kind, at, more);
    }

    /// <summary>A letter that convenes nobody.</summary>
    public OutgoingMail Send(Person person, LetterKind kind, DateTimeOffset at, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var mail = letters.Write(kind, person, at, more);
        Outbox.Add(db, mail);
        return mail;
    }

    /// <summary>Everyone who was convened and not released since.</summary>
    public async Task<List<Person>> ConvenedNowAsync(CancellationToken ct)
    {
        var convened = Convocation.Convened(await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == meeting).ToListAsync(ct));
        return await db.Persons.AsNoTracking().Where(p => convened.Contains(p.Id)).ToListAsync(ct);
    }

    /// <summary>Tells everyone who was convened and not released since, once more each time it is called.</summary>
    /// <param name="more">What further fields say, in a language.</param>
    public async Task AddForAllAsync(ConvocationKind kind, LetterKind letter, DateTimeOffset at, Func<string, (string Field, string Value)[]> more, CancellationToken ct)
    {
        var number = await db.Set<Convocation>().Where(c => c.MeetingId == meeting && c.Kind == kind).MaxAsync(c => (int?)c.Number, ct) + 1 ?? 1;
        foreach (var person in await ConvenedNowAsync(ct))
            Add(new() { MeetingId = meeting, PersonId = person.Id, Kind = kind, Number = number, CreatedAt = at }, person, letter, more(person.Language));
    }
}
