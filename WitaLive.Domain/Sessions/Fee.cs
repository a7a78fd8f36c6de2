using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Sessions;

/// <summary>What one session is worth to one person.</summary>
/// <param name="Seat">Null for who came by office.</param>
/// <param name="Role">The office; null for a seat.</param>
/// <param name="Minutes">How long the seat was occupied, or the holder of the office there. Unit: whole minutes.</param>
/// <param name="Amount">Unit: euro, at the index of the base month.</param>
public sealed record Fee(MeetingId Meeting, PersonId Person, SeatId? Seat, GroupCode? Group, ChairRole? Role, int Minutes, decimal Amount)
{
    /// <summary>The fees of a session: one a seat, to the one of the duo who was there longer; one to each holder of an office who attended.</summary>
    /// <remarks>Source: royal decree of 13 March 2023, art. 9; rules of procedure, art. 21 § 3, 54 and 55.</remarks>
    public static ImmutableArray<Fee> Of(Session session, FeeRule rule)
    {
        if (session.Ran is null || session.Duration(rule.PausesCount) < TimeSpan.FromMinutes(rule.SessionMinutes))
            return [];
        return [.. session.Seats.Select(seat => OfSeat(session, seat, rule)).Concat(session.Officers.Select(officer => OfOffice(session, officer, rule))).OfType<Fee>()];
    }

    /// <summary>The amount at the index of a year, rounded to the cent; null when nobody has said that index.</summary>
    public decimal? Indexed(FeeRule rule, int year) =>
        rule.IndexOf(year) is { } index ? Math.Round(Amount * index, 2, MidpointRounding.AwayFromZero) : null;

    private static Fee? OfSeat(Session session, SeatInSession seat, FeeRule rule)
    {
        var minutes = MinutesOf(session, seat.Duo.SelectMany(member => member.Stays), rule);
        // Of two who were there as long, the effective member, who stands first.
        var payee = seat.Duo.MaxBy(member => session.Lasted(member.Stays, rule.PausesCount))!;
        return rule.Groups.TryGetValue(seat.Group, out var amount) && minutes >= rule.AttendedMinutes && payee.Stays.Length > 0
            ? new Fee(session.Meeting, payee.Person, seat.Seat, seat.Group, null, minutes, amount)
            : null;
    }

    private static Fee? OfOffice(Session session, OfficerInSession officer, FeeRule rule)
    {
        var minutes = MinutesOf(session, officer.Member.Stays, rule);
        return rule.Offices.TryGetValue(officer.Role, out var amount) && minutes >= rule.AttendedMinutes && officer.Member.Stays.Length > 0
            ? new Fee(session.Meeting, officer.Member.Person, null, null, officer.Role, minutes, amount)
            : null;
    }

    private static int MinutesOf(Session session, IEnumerable<Spell> stays, FeeRule rule) => (int)session.Lasted(stays, rule.PausesCount).TotalMinutes;
}
