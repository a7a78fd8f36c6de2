using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Mandates;

/// <summary>Gives, ends, replaces and suspends mandates, for the secretariat.</summary>
public sealed class MandateDesk(IDbContextFactory<WitaLiveDb> databases, MandateReading reading, RuleBook rules, JobBell bell, TimeProvider clock)
{
    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    /// <summary>What the rules say of mandates today.</summary>
    public MandateRule Rule => rules.On(Today).Mandates;

    /// <summary>Null when there is no such seat.</summary>
    public Task<SeatSheet?> ReadAsync(ClaimsPrincipal who, SeatId seat, CancellationToken ct) => reading.ReadAsync(who, seat, ct);

    public Task<Refusal?> AppointAsync(ClaimsPrincipal who, SeatId seat, PersonId effective, PersonId? substitute, DateOnly from, DateOnly until, CancellationToken ct) =>
        ChangeAsync(who, seat, async (db, held) =>
        {
            if (until < from)
                return new EndsBeforeItBegins();
            if (await WhyNotAsync(db, seat, effective, substitute, new(from, until), ct) is { } why)
                return why;
            return Add(db, held.Appoint(NewId(), effective, substitute, from, until, rules.On(from).Mandates));
        }, ct);

    public Task<Refusal?> EndAsync(ClaimsPrincipal who, SeatId seat, MandateId mandate, DateOnly lastDay, MandateEnding why, CancellationToken ct) =>
        ChangeAsync(who, seat, (_, held) => Task.FromResult(held.End(mandate, lastDay, why) is Result<Mandate>.Refused(var refused) ? refused : null), ct);

    /// <summary>Another duo finishes the mandate; one of the two may stay.</summary>
    public Task<Refusal?> ReplaceAsync(
        ClaimsPrincipal who, SeatId seat, MandateId mandate, DateOnly lastDay, MandateEnding why, PersonId effective, PersonId? substitute, CancellationToken ct) =>
        ChangeAsync(who, seat, async (db, held) =>
        {
            var rest = held.Replace(mandate, lastDay, why, NewId(), effective, substitute);
            return rest is Result<Mandate>.Ok(var one) && await WhyNotAsync(db, seat, effective, substitute, one.Term, ct) is { } elsewhere ? elsewhere : Add(db, rest);
        }, ct);

    /// <summary>The substitute finishes the mandate at once.</summary>
    public Task<Refusal?> SucceedAsync(ClaimsPrincipal who, SeatId seat, MandateId mandate, DateOnly lastDay, MandateEnding why, CancellationToken ct) =>
        ChangeAsync(who, seat, (db, held) => Task.FromResult(Add(db, held.Succeed(mandate, lastDay, why, NewId(), Rule))), ct);

    public Task<Refusal?> SuspendAsync(
        ClaimsPrincipal who, SeatId seat, MandateId mandate, PersonId person, DateOnly from, DateOnly? until, string reason, CancellationToken ct) =>
        ChangeAsync(who, seat, (db, held) =>
        {
            var suspended = held.Suspend(mandate, person, from, until, FreeText.Of(reason));
            if (suspended is Result<Suspension>.Ok(var one))
                db.Add(one);
            return Task.FromResult(suspended is Result<Suspension>.Refused(var why) ? why : null);
        }, ct);

    /// <param name="lastDay">The last day of the suspension.</param>
    public Task<Refusal?> LiftAsync(ClaimsPrincipal who, SeatId seat, MandateId mandate, int suspension, DateOnly lastDay, CancellationToken ct) =>
        ChangeAsync(who, seat, (_, held) => Task.FromResult(held.Lift(mandate, suspension, lastDay) is Result<Suspension>.Refused(var why) ? why : null), ct);

    private static MandateId NewId() => new(Guid.CreateVersion7());

    // Its id is made here, so that without this it would be taken for a row that exists.
    private static Refusal? Add(WitaLiveDb db, Result<Mandate> given)
    {
        if (given is Result<Mandate>.Refused(var why))
            return why;
        db.Add(((Result<Mandate>.Ok)given).Value);
        return null;
    }

    // Nobody votes twice: a person holds one seat on any day.
    private static async Task<Refusal?> WhyNotAsync(WitaLiveDb db, SeatId seat, PersonId effective, PersonId? substitute, Term term, CancellationToken ct)
    {
        foreach (var person in new[] { effective, substitute }.OfType<PersonId>())
        {
            if (!await db.Persons.AnyAsync(p => p.Id == person && p.IsActive && !p.IsOutside, ct))
                return new NotAppointable();
            var held = await db.Mandates.AsNoTracking().Where(m => m.Seat != seat && (m.Effective == person || m.Substitute == person)).ToListAsync(ct);
            if (held.Find(m => m.Term.Overlaps(term)) is { } other)
                return new HoldsAnotherSeat((await db.Persons.AsNoTracking().SingleAsync(p => p.Id == person, ct)).FullName, other.Term.From, other.Term.Until);
        }
        return null;
    }

    // Serializable, for whether someone holds another seat is read from rows that another writer may be about to add.
    private async Task<Refusal?> ChangeAsync(ClaimsPrincipal who, SeatId id, Func<WitaLiveDb, Seat, Task<Refusal?>> change, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (await db.Seats.AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } seat)
                return new NoSuchSeat();
            if (await change(db, seat) is { } why)
                return why;
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<RecomposeMeetings>();
            return null;
        }, ct);
    }
}

public sealed record NoSuchSeat : Refusal;

/// <summary>A mandate goes to an active person of the list, and to nobody who only applies.</summary>
public sealed record NotAppointable : Refusal;
