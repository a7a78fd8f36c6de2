using WitaLive.App.Chambers;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Proposes who sits in a formation that is composed for each meeting: the President decides (law reference §10, O-16).</summary>
public static class SeatChoice
{
    /// <summary>As many filled seats of each group as the formation has, taken in turn from each section, so that its language minima are met.</summary>
    public static ImmutableArray<SeatId> Propose(Commission commission, Formation formation) =>
        [.. formation.Seats.SelectMany(group => commission.Seats
            .Where(seat => seat.Group == group.Key && !seat.IsVacant)
            .GroupBy(seat => seat.Section)
            .SelectMany(section => section.Select((seat, turn) => (seat, turn)))
            .OrderBy(choice => choice.turn)
            .ThenBy(choice => choice.seat.Section, StringComparer.Ordinal)
            .Take(group.Value)
            .Select(choice => choice.seat.Id))];
}
