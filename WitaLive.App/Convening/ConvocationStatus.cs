using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Convening;

/// <summary>What became of telling one person, and what they said.</summary>
/// <param name="Row">The last thing they were told of, reminders, calls for the quorum and the cancellation aside.</param>
/// <param name="Mail">Null when no mail was written: not yet convened, or no usable address.</param>
/// <param name="At">When the mail went, failed, or is tried next.</param>
/// <param name="OpenedAt">When they first opened a paper of the meeting.</param>
/// <param name="RemindedAt">When they were last reminded.</param>
/// <param name="Holder">To whom the voice of their seat was given.</param>
/// <param name="Cancellation">That they were told that the meeting is cancelled; null where it is not, or they were never convened.</param>
public sealed record ConvocationLine(
    Invited Invited, Convocation? Row, MailState? Mail, DateTimeOffset? At, GivenAnswer? Answer, DateTimeOffset? OpenedAt, DateTimeOffset? RemindedAt, Person? Holder,
    CancellationTold? Cancellation);

/// <inheritdoc cref="ConvocationLine" path="/param[@name='Mail' or @name='At']"/>
public sealed record CancellationTold(MailState? Mail, DateTimeOffset? At);

public static class ConvocationLines
{
    /// <summary>Whether someone has said that they do not come.</summary>
    public static bool IsAway(this ImmutableArray<ConvocationLine> lines, PersonId person) => lines.Any(line => line.Invited.Person.Id == person && line.Answer?.Kind.Comes() is false);
}

/// <summary>Shows what became of the convocations of a meeting, from the mails themselves.</summary>
public sealed class ConvocationStatus(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, MeetingRooms rooms, TimeProvider clock)
{
    /// <summary>Whom the meeting invites, and how each stands.</summary>
    public async Task<ImmutableArray<ConvocationLine>> ListAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (await reading.ReadAsync(who, id, ct) is not { } sheet)
            return [];
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var told = (await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync(ct)).ToLookup(c => c.PersonId);
        var rows = told.ToDictionary(
            g => g.Key, g => g.Where(c => c.Kind is not (ConvocationKind.Reminder or ConvocationKind.QuorumCall or ConvocationKind.Cancellation)).MaxBy(c => c.CreatedAt));
        var cancelled = told.SelectMany(g => g).Where(c => c.Kind is ConvocationKind.Cancellation).ToDictionary(c => c.PersonId);
        var mailIds = rows.Values.Concat(cancelled.Values).Select(r => r?.MailId).OfType<Guid>().ToList();
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => mailIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var answers = await GivenAnswer.NowAsync(db, id, ct);
        var opened = await db.Set<PaperOpening>().AsNoTracking().Where(o => o.MeetingId == id).ToDictionaryAsync(o => o.PersonId, o => o.FirstAt, ct);
        var holders = Held(await SignedProxy.OfAsync(db, id, ct), (await rooms.OpenAsync(id)).Meeting).ToDictionary(p => p.Giver, p => p.Holder);
        return
        [
            .. from invited in sheet.People.Invited
               let person = invited.Person.Id
               let row = rows.GetValueOrDefault(person)
               let mail = MailOf(row)
               let cancellation = cancelled.GetValueOrDefault(person)
               let holder = invited.Seat is { } seat && !invited.IsSubstitute && holders.TryGetValue(seat.Id, out var held) ? held : (PersonId?)null
               select new ConvocationLine(
                   invited, row, mail?.StateAt(now), MomentOf(mail),
                   answers.GetValueOrDefault(person), opened.TryGetValue(person, out var first) ? first : null,
                   told[person].Where(c => c.Kind is ConvocationKind.Reminder).Select(c => (DateTimeOffset?)c.CreatedAt).Max(),
                   sheet.People.Invited.FirstOrDefault(i => i.Person.Id == holder)?.Person,
                   cancellation is null ? null : new(MailOf(cancellation)?.StateAt(now), MomentOf(MailOf(cancellation)))),
        ];

        OutgoingMail? MailOf(Convocation? told) => told?.MailId is { } mail ? mails.GetValueOrDefault(mail) : null;
    }

    // What was signed before the meeting ends in its room, when one of the two comes after all.
    private static IEnumerable<Proxy> Held(IEnumerable<Proxy> signed, Meeting meeting) => meeting.State is MeetingState.Planned
        ? signed.Where(proxy => meeting.Plan?.Proxies.Contains(proxy) is not true || meeting.Proxies.ContainsKey(proxy.Giver))
        : meeting.Proxies.Values;

    private static DateTimeOffset? MomentOf(OutgoingMail? mail) => mail is null ? null : mail.SentAt ?? mail.FailedAt ?? mail.NextTryAt;

    /// <summary>The voting seats for which nobody comes, whether or not their voice was given to someone.</summary>
    public static IEnumerable<ConvocationLine[]> Empty(IEnumerable<ConvocationLine> lines) =>
        from line in lines
        where line.Invited.Seat is { Votes: true }
        group line by line.Invited.Seat!.Id into seat
        where seat.All(line => line.Answer is { } answer && !answer.Kind.Comes())
        select seat.ToArray();
}
