using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Convening;

/// <summary>Orders convocations, takes an order back, and tells one person again.</summary>
public sealed class ConvocationDesk(
    PlanChanges plans, MeetingReading reading, ConvocationWriting writing, JobBell bell, TimeProvider clock)
{
    /// <param name="at">When they are to go out; null for now.</param>
    /// <param name="approver">The chair who agreed to a shorter notice, where one is needed.</param>
    public async Task<Refusal?> OrderAsync(ClaimsPrincipal who, MeetingId id, DateTimeOffset? at, PersonId? approver, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var why = await plans.ChangeAsync(who, id, async (db, meeting) =>
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
        bell.Ring<ConveneMeetings>();
        return why;
    }

    /// <summary>Takes back an order that has not been carried out.</summary>
    public Task<Refusal?> WithdrawAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct) => plans.ChangeAsync(who, id, (_, meeting) =>
    {
        if (meeting.ConvenedAt is not null)
            return Task.FromResult<Refusal?>(new ConvenedAlready());
        meeting.ConveneAt = null;
        return Task.FromResult<Refusal?>(null);
    }, ct);

    /// <summary>Tells one person again, or for the first time: a duo that changed, an address that was wrong. To a new address, or once the meeting was moved, a new mail goes.</summary>
    public async Task<Refusal?> SendAgainAsync(ClaimsPrincipal who, MeetingId id, PersonId person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var why = await plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
            if (meeting.ConvenedAt is null || people.Invited.FirstOrDefault(i => i.Person.Id == person)?.Person is not { } receiver)
                return new NotConvenedYet();
            if (!ConvocationRows.IsReachable(receiver))
                return new AddressMissing(receiver.FullName);

            var row = await db.Set<Convocation>().SingleOrDefaultAsync(c => c.MeetingId == id && c.PersonId == person && c.Kind == ConvocationKind.Invitation, ct);
            var mail = row?.MailId is { } mailId ? await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == mailId, ct) : null;
            if (mail?.ToAddress == receiver.Email && row!.LinkUsedAt is null && !await WasChangedSinceAsync(db, id, mail.CreatedAt, ct))
            {
                mail.Resend(now);
                return null;
            }
            var rows = await writing.ForAsync(db, meeting, (chamber, people), ct);
            mail?.Cancel(now);
            if (row is null)
                rows.Invite(receiver, LetterKind.Invitation, now);
            else
                rows.Write(row, receiver, LetterKind.Invitation, now);
            return null;
        }, ct);
        bell.Ring<SendDueMail>();
        return why;
    }

    // Then what was mailed names a day, an hour or a place that are no longer true.
    private static Task<bool> WasChangedSinceAsync(WitaLiveDb db, MeetingId id, DateTimeOffset mailed, CancellationToken ct) =>
        db.Set<Convocation>().AnyAsync(c => c.MeetingId == id && c.Kind == ConvocationKind.Change && c.CreatedAt >= mailed, ct);
}

public sealed record AddressMissing(string Name) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name];
}

public sealed record NotConvenedYet : Refusal;
