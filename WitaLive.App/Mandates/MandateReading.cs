using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Mandates;

/// <summary>A seat in the list of mandates.</summary>
/// <param name="Now">The mandate of today; null for a vacant seat.</param>
/// <param name="IsEnding">It ends soon, and nobody is appointed for the day after.</param>
/// <param name="Suspended">Who of the duo is suspended today.</param>
public sealed record SeatLine(SeatOnDay Seat, Mandate? Now, Person? Effective, Person? Substitute, bool IsEnding, ImmutableArray<Person> Suspended)
{
    /// <summary>What the secretariat has to see to.</summary>
    public bool NeedsAttention => Now is null || IsEnding || !Suspended.IsEmpty || (Seat.Votes && Substitute is null);
}

/// <summary>A mandate with its people by name.</summary>
public sealed record MandateSheet(Mandate Mandate, Person Effective, Person? Substitute)
{
    public IEnumerable<Person> Duo => new[] { Effective, Substitute }.OfType<Person>();
}

/// <summary>A seat with everyone who has held or will hold it, the last one first.</summary>
/// <param name="Free">Whom a mandate may be given to: persons who hold no other seat today.</param>
public sealed record SeatSheet(SeatOnDay Seat, ImmutableArray<MandateSheet> Mandates, ImmutableArray<Person> Free, MandateRule Rule, DateOnly Today)
{
    public MandateSheet? Now => Mandates.FirstOrDefault(m => m.Mandate.Term.Contains(Today));

    public bool MaySucceed => Now?.Substitute is not null && Rule.SubstituteSucceeds.Contains(Seat.Group);
}

/// <summary>Reads mandates for the secretariat.</summary>
public sealed class MandateReading(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    public async Task<ImmutableArray<SeatLine>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var today = clock.GetUtcNow().DayInBrussels();
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, today, ct);
        var persons = await db.Persons.AsNoTracking().Where(p => !p.IsOutside).ToDictionaryAsync(p => p.Id, ct);
        var mandates = (await db.Mandates.AsNoTracking().ToListAsync(ct)).ToLookup(m => m.Seat);
        var rule = rules.On(today).Mandates;
        return
        [
            .. from seat in commission.Seats
               let now = mandates[seat.Id].FirstOrDefault(m => m.Term.Contains(today))
               let next = now?.Term.Until is { } end ? mandates[seat.Id].FirstOrDefault(m => m.Term.Contains(end.AddDays(1))) : null
               select new SeatLine(
                   seat, now, now is null ? null : persons[now.Effective], now?.Substitute is { } substitute ? persons[substitute] : null,
                   now is not null && next is null && rule.IsEnding(now.Term.Until, today),
                   now is null ? [] : [.. new[] { now.Effective, now.Substitute }.OfType<PersonId>().Where(p => now.IsSuspended(p, today)).Select(p => persons[p])]),
        ];
    }

    /// <summary>Null when there is no such seat.</summary>
    public async Task<SeatSheet?> ReadAsync(ClaimsPrincipal who, SeatId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var today = clock.GetUtcNow().DayInBrussels();
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, today, ct);
        if (commission.Seats.FirstOrDefault(s => s.Id == id) is not { } seat)
            return null;

        var persons = await db.Persons.AsNoTracking().Where(p => !p.IsOutside).ToDictionaryAsync(p => p.Id, ct);
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.Seat == id).ToListAsync(ct);
        var elsewhere = (await db.Mandates.AsNoTracking().Where(m => m.Seat != id && (m.Term.Until == null || m.Term.Until >= today)).ToListAsync(ct))
            .SelectMany(m => new[] { m.Effective, m.Substitute }).OfType<PersonId>().ToHashSet();
        return new(
            seat,
            [.. mandates.OrderByDescending(m => m.Term.From).Select(m => new MandateSheet(m, persons[m.Effective], m.Substitute is { } substitute ? persons[substitute] : null))],
            [.. persons.Values.Where(p => p.IsActive && !elsewhere.Contains(p.Id)).OrderBy(p => p.FamilyName, StringComparer.CurrentCulture).ThenBy(p => p.GivenName, StringComparer.CurrentCulture)],
            rules.On(today).Mandates,
            today);
    }
}
