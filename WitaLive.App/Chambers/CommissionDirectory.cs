using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Chambers;

/// <summary>Reads the Commission of a day. A handful of queries, whatever its size.</summary>
public sealed class CommissionDirectory(IDbContextFactory<WitaLiveDb> databases, RuleBook rules)
{
    public async Task<Commission> ReadAsync(DateOnly day, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ReadAsync(db, day, ct);
    }

    /// <summary>The same within a transaction of the caller.</summary>
    public async Task<Commission> ReadAsync(WitaLiveDb db, DateOnly day, CancellationToken ct) => (await ReadManyAsync(db, [day], ct))[day];

    /// <summary>The Commission of several days, with as many queries as of one.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, Commission>> ReadManyAsync(WitaLiveDb db, IReadOnlyCollection<DateOnly> days, CancellationToken ct)
    {
        if (days.Count == 0)
            return ImmutableDictionary<DateOnly, Commission>.Empty;
        var (first, last) = (days.Min(), days.Max());
        var rows = new Rows(
            await db.Persons.AsNoTracking().Where(p => !p.IsOutside).ToDictionaryAsync(p => p.Id, ct),
            await db.Mandates.AsNoTracking().Where(m => m.Term.From <= last && (m.Term.Until == null || m.Term.Until >= first)).ToListAsync(ct),
            await db.Seats.AsNoTracking().IgnoreAutoIncludes().ToListAsync(ct),
            await db.Chambers.AsNoTracking().AsSplitQuery().ToListAsync(ct),
            await db.Offices.AsNoTracking().Where(o => o.Term.From <= last && (o.Term.Until == null || o.Term.Until >= first)).ToListAsync(ct),
            await db.UserRoles.AsNoTracking().ToListAsync(ct));
        return days.Distinct().ToDictionary(day => day, day => Of(rows, day));
    }

    private Commission Of(Rows rows, DateOnly day)
    {
        var mandates = rows.Mandates.Where(m => m.Term.Contains(day)).ToDictionary(m => m.Seat);
        var groups = rules.On(day).Composition.Groups;
        var order = groups.Select((g, i) => (g.Code, Place: i)).ToDictionary(g => g.Code, g => g.Place);
        var seats = rows.Seats
            .OrderBy(s => order.GetValueOrDefault(s.Group, int.MaxValue))
            .ThenBy(s => s.Section, StringComparer.Ordinal)
            .ThenBy(s => s.Number)
            .Select(s => OnDay(s, groups.FirstOrDefault(g => g.Code == s.Group)?.Votes ?? false, mandates.GetValueOrDefault(s.Id), rows.Persons, day))
            .ToImmutableArray();
        return new(
            day,
            seats,
            [.. rows.Chambers.Select(c => OnDay(c, seats, rows.Persons, day)).OrderBy(c => c.Section is null).ThenBy(c => c.Section, StringComparer.Ordinal)
                .ThenBy(c => c.AdHocLanguage is not null).ThenBy(c => c.Seats.Length).ThenBy(c => c.Number)],
            [.. rows.Offices.Where(o => o.Term.Contains(day)).Select(o => new OfficeOnDay(o.Role, rows.Persons[o.Person]))],
            Holders(Roles.Jurist),
            Holders(Roles.Secretariat));

        ImmutableArray<Person> Holders(string role)
        {
            var id = Roles.All.First(r => r.Name == role).Id;
            return [.. rows.Roles.Where(r => r.RoleId == id).Select(r => rows.Persons.GetValueOrDefault(new PersonId(r.UserId)))
                .OfType<Person>().Where(p => p.IsActive).OrderBy(p => p.FamilyName, StringComparer.InvariantCulture)];
        }
    }

    // What is stored, of whatever days were asked for.
    private sealed record Rows(
        Dictionary<PersonId, Person> Persons, List<Mandate> Mandates, List<Seat> Seats, List<Chamber> Chambers, List<Office> Offices, List<IdentityUserRole<Guid>> Roles);

    // Who is suspended does not sit: the other of the duo holds the seat alone.
    private static SeatOnDay OnDay(Seat seat, bool votes, Mandate? mandate, Dictionary<PersonId, Person> persons, DateOnly day)
    {
        var duo = mandate is null ? [] : new[] { mandate.Effective, mandate.Substitute }.OfType<PersonId>().Where(p => !mandate.IsSuspended(p, day)).Select(p => persons[p]).ToArray();
        return new(seat.Id, seat.Section, seat.Group, seat.Number, seat.Body, votes, mandate?.Id, duo.ElementAtOrDefault(0), duo.ElementAtOrDefault(1),
            StandsIn: duo is [var alone] && alone.Id != mandate!.Effective);
    }

    // Presides only who sits here on that day, and an interim chair only as long as that was said to be.
    private static ChamberOnDay OnDay(Chamber chamber, ImmutableArray<SeatOnDay> seats, Dictionary<PersonId, Person> persons, DateOnly day)
    {
        var ids = chamber.Seats.ToHashSet();
        var mine = seats.Where(s => ids.Contains(s.Id)).ToImmutableArray();
        return new(
            chamber.Id, chamber.Formation, chamber.Section, chamber.AdHocLanguage, chamber.Number, [.. chamber.Domains], mine,
            Presiding(chamber.Chair, Chamber.ChairRole), Presiding(chamber.SubstituteChair, Chamber.SubstituteChairRole));

        Person? Presiding(PersonId? person, ChairRole role) =>
            person is { } chosen && mine.Any(s => s.IsHeldBy(chosen)) && !(chamber.Choices.Where(c => c.Role == role).MaxBy(c => c.Number)?.Until < day) ? persons[chosen] : null;
    }
}
