using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Convening;

/// <summary>What became of telling one person.</summary>
/// <param name="Mail">Null when no mail was written: not yet convened, or no usable address.</param>
/// <param name="At">When the mail went, failed, or is tried next.</param>
public sealed record ConvocationLine(Invited Invited, Convocation? Row, MailState? Mail, DateTimeOffset? At);

/// <summary>Orders convocations, and shows and mends what became of each.</summary>
public sealed class ConvocationDesk(
    IDbContextFactory<WitaLiveDb> databases, PlanChanges plans, MeetingReading reading, ConvocationLetters letters, TimeProvider clock)
{
    /// <summary>Whom the meeting invites, and how each stands.</summary>
    public async Task<ImmutableArray<ConvocationLine>> ListAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (await reading.ReadAsync(who, id, ct) is not { } sheet)
            return [];
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = (await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync(ct))
            .GroupBy(c => c.PersonId).ToDictionary(g => g.Key, g => g.OrderBy(c => c.Kind).ThenBy(c => c.Number).Last());
        var mailIds = rows.Values.Select(r => r.MailId).OfType<Guid>().ToList();
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => mailIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return
        [
            .. from invited in sheet.People.Invited
               let row = rows.GetValueOrDefault(invited.Person.Id)
               let mail = row?.MailId is { } mailId ? mails.GetValueOrDefault(mailId) : null
               select new ConvocationLine(invited, row, mail?.StateAt(now), mail is null ? null : mail.SentAt ?? mail.FailedAt ?? mail.NextTryAt),
        ];
    }

    /// <param name="at">When they are to go out; null for now.</param>
    /// <param name="approver">The chair who agreed to a shorter notice, where one is needed.</param>
    public Task<Refusal?> OrderAsync(ClaimsPrincipal who, MeetingId id, DateTimeOffset? at, PersonId? approver, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            if (meeting.ConvenedAt is not null)
                return new ConvenedAlready();
            if (meeting.Agenda.Count == 0)
                return new AgendaEmpty();
            if (at < now || (at ?? now) >= meeting.StartsAt)
                return new ConveneTimeUnusable();
            var (_, people, rules) = await reading.AroundAsync(db, meeting, ct);
            if (ShortNotice.Record(meeting, people, approver, SignedInPerson.Of(who)?.Id, NoticeStatus.Of(rules, at ?? now, meeting.StartsAt), now) is { } why)
                return why;
            (meeting.ConveneAt, meeting.ConveneMissedAt) = (at ?? now, null);
            return null;
        }, ct);
    }

    /// <summary>Takes back an order that has not been carried out.</summary>
    public Task<Refusal?> WithdrawAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct) => plans.ChangeAsync(who, id, (_, meeting) =>
    {
        if (meeting.ConvenedAt is not null)
            return Task.FromResult<Refusal?>(new ConvenedAlready());
        meeting.ConveneAt = null;
        return Task.FromResult<Refusal?>(null);
    }, ct);

    /// <summary>Tells one person again, or for the first time: a duo that changed, an address that was wrong. To a new address a new mail goes.</summary>
    public Task<Refusal?> SendAgainAsync(ClaimsPrincipal who, MeetingId id, PersonId person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
            if (meeting.ConvenedAt is null || people.Invited.FirstOrDefault(i => i.Person.Id == person)?.Person is not { } receiver)
                return new NoSuchMeeting();
            if (!ConvocationRows.IsReachable(receiver))
                return new AddressMissing(receiver.FullName);

            var row = await db.Set<Convocation>().SingleOrDefaultAsync(c => c.MeetingId == id && c.PersonId == person && c.Kind == ConvocationKind.Invitation, ct);
            var mail = row?.MailId is { } mailId ? await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == mailId, ct) : null;
            if (row is null)
                ConvocationRows.Add(db, Convocation.Invite(id, person, now), receiver, () => letters.Invite(receiver, meeting, chamber, now));
            else if (mail?.ToAddress == receiver.Email)
                mail.Resend(now);
            else
            {
                mail?.Cancel(now);
                var anew = letters.Invite(receiver, meeting, chamber, now);
                Outbox.Add(db, anew);
                row.MailId = anew.Id;
            }
            return null;
        }, ct);
    }
}

public sealed record AddressMissing(string Name) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name];
}
