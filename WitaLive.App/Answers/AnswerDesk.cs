using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;

namespace WitaLive.App.Answers;

/// <summary>Answers on the site: one's own, and those the secretariat was told.</summary>
public sealed class AnswerDesk(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, AnswerBook book, TimeProvider clock)
{
    /// <summary>What the signed-in person is asked; null for who was not convened.</summary>
    public async Task<AnswerSheet?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await SheetAsync(db, reading, id, SignedInPerson.Of(who)!.Id, clock.GetUtcNow(), ct);
    }

    /// <summary>The number of the signed-in person's last answer; 0 while there is none.</summary>
    public async Task<int> LastNumberAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        var person = SignedInPerson.Of(who)!.Id;
        return await GivenAnswer.Holding(db).Where(a => a.MeetingId == id && a.PersonId == person).MaxAsync(a => (int?)a.Number, ct) ?? 0;
    }

    public Task<Refusal?> AnswerAsync(ClaimsPrincipal who, MeetingId id, AnswerKind kind, string? reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        return book.TakeAsync(id, new(SignedInPerson.Of(who)!.Id, kind, reason), AnswerWay.App, null, null, ct);
    }

    /// <summary>Writes down what someone has told the secretariat.</summary>
    public Task<Refusal?> RecordAsync(ClaimsPrincipal who, MeetingId id, PersonId person, AnswerKind kind, string? reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return book.TakeAsync(id, new(person, kind, reason), AnswerWay.Secretariat, SignedInPerson.Of(who)?.Id, null, ct);
    }

    internal static async Task<AnswerSheet?> SheetAsync(WitaLiveDb db, MeetingReading reading, MeetingId id, PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.Set<Convocation>().AnyAsync(c => c.MeetingId == id && c.PersonId == person && c.Kind == ConvocationKind.Invitation, ct))
            return null;
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleAsync(m => m.Id == id, ct);
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        if (people.Invited.FirstOrDefault(i => i.Person.Id == person) is not { } invited)
            return null;
        var history = await GivenAnswer.Holding(db).Where(a => a.MeetingId == id && a.PersonId == person).OrderByDescending(a => a.Number).ToListAsync(ct);
        var duo = await AnswerBook.DuoOfAsync(db, id, invited, ct);
        var proxies = await db.Set<SignedProxy>().AsNoTracking().Where(p => p.MeetingId == id && (p.Giver == person || p.Holder == person)).ToListAsync(ct);
        var given = proxies.Find(proxy => proxy.Giver == person);
        var members = people.Seats.SelectMany(seat => seat.Duo).ToList();
        return new(
            meeting, chamber, invited.Person, invited.Seat?.Duo.FirstOrDefault(p => p.Id != person), [.. history],
            meeting.CancelledAt is null && AnswerBook.AskingOf(meeting).IsOpenAt(now))
        {
            PartnerIsAway = duo.PartnerOf(person) is { } partner && duo.HasRefused(partner),
            CallsPartner = duo.PartnerToCall(person) is not null,
            MayGiveProxy = ProxyDesk.SeatOf(people, person) is not null,
            ProxyTo = members.Find(p => p.Id == given?.Holder),
            ProxyIsAway = given is { Holder: var holder } && (await GivenAnswer.NowAsync(db, id, ct)).TryGetValue(holder, out var word) && !word.Kind.Comes(),
            ProxyFrom = members.Find(p => proxies.Exists(proxy => proxy.Holder == person && proxy.Giver == p.Id)),
        };
    }
}
