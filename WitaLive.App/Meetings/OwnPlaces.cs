using Microsoft.EntityFrameworkCore;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Where one person has sat, sits and will sit; asked once for a whole list of meetings.</summary>
internal sealed record OwnPlaces(PersonId Person, ImmutableArray<Mandate> Mandates, ImmutableArray<Office> Offices)
{
    public static async Task<OwnPlaces> ReadAsync(WitaLiveDb db, PersonId person, CancellationToken ct) => new(
        person,
        [.. await db.Mandates.AsNoTracking().Where(m => m.Effective == person || m.Substitute == person).ToListAsync(ct)],
        [.. await db.Offices.AsNoTracking().Where(o => o.Person == person).ToListAsync(ct)]);

    /// <param name="composed">The seats chosen for that meeting alone; empty when all of the chamber's sit.</param>
    public bool IsAt(DateOnly day, ChamberOnDay chamber, IReadOnlyCollection<SeatId> composed, RuleBook rules) =>
        Mandates.Any(m => m.Term.Contains(day) && !m.IsSuspended(Person, day) && (composed.Count == 0 ? chamber.Seats.Any(s => s.Id == m.Seat) : composed.Contains(m.Seat)))
        || chamber.Chair?.Id == Person || chamber.SubstituteChair?.Id == Person
        || Offices.Any(o => o.Term.Contains(day) && rules.On(day).Quorum(chamber.Formation).Chairs.Contains(o.Role));
}
