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
    public async Task<Commission> ReadAsync(WitaLiveDb db, DateOnly day, CancellationToken ct)
    {
        var persons = await db.Persons.AsNoTracking().Where(p => !p.IsOutside).ToDictionaryAsync(p => p.Id, ct);
        var mandates = await db.Mandates.AsNoTracking()
            .Where(m => m.Term.From <= day && (m.Term.Until == null || m.Term.Until >= day))
            .ToDictionaryAsync(m => m.Seat, ct);
        var bare = await db.Seats.AsNoTracking().IgnoreAutoIncludes().ToListAsync(ct);
        var chambers = await db.Chambers.AsNoTracking().AsSplitQuery().ToListAsync(ct);
        var offices = await db.Offices.AsNoTracking()
            .Where(o => o.Term.From <= day && (o.Term.Until == null || o.Term.Until >= day))
            .ToListAsync(ct);
        var roles = await db.UserRoles.AsNoTracking().ToListAsync(ct);

        var groups = rules.On(day).Composition.Groups;
        var order = groups.Select((g, i) => (g.Code, Place: i)).ToDictionary(g => g.Code, g => g.Place);
        var seats = bare
            .OrderBy(s => order.GetValueOrDefault(s.Group, int.MaxValue))
            .ThenBy(s => s.Section, StringComparer.Ordinal)
            .ThenBy(s => s.Number)
            .Select(s => OnDay(s, groups.FirstOrDefault(g => g.Code == s.Group)?.Votes ?? false, mandates.GetValueOrDefault(s.Id), persons, day))
            .ToImmutableArray();
        return new(
            day,
            seats,
            [.. chambers.Select(c => OnDay(c, seats, persons, day)).OrderBy(c => c.Section is null).ThenBy(c => c.Section, StringComparer.Ordinal)
                .ThenBy(c => c.AdHocLanguage is not null).ThenBy(c => c.Seats.Length).ThenBy(c => c.Number)],
            [.. offices.Select(o => new OfficeOnDay(o.Role, persons[o.Person]))],
            Holders(Roles.Jurist),
            Holders(Roles.Secretariat));

        ImmutableArray<Person> Holders(string role)
        {
            var id = Roles.All.First(r => r.Name == role).Id;
            return [.. roles.Where(r => r.RoleId == id).Select(r => persons.GetValueOrDefault(new PersonId(r.UserId)))
                .OfType<Person>().Where(p => p.IsActive).OrderBy(p => p.FamilyName, StringComparer.InvariantCulture)];
        }
    }

    // Who is suspended does not sit: the other of the duo holds the seat alone.
    private static SeatOnDay OnDay(Seat seat, bool votes, Mandate? mandate, Dictionary<PersonId, Person> persons, DateOnly day)
    {
        var duo = mandate is null ? [] : new[] { mandate.Effective, mandate.Substitute }.OfType<PersonId>().Where(p => !mandate.IsSuspended(p, day)).Select(p => persons[p]).ToArray();
        return new(seat.Id, seat.Section, seat.Group, seat.Number, seat.Body, votes, mandate?.Id, duo.ElementAtOrDefault(0), duo.ElementAtOrDefault(1));
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
