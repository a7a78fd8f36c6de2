using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Sessions;

/// <summary>What one session is worth to one person.</summary>
/// <param name="Seat">Null for who came by office.</param>
/// <param name="Role">The office; null for a seat.</param>
/// <param name="Minutes">How long the seat was occupied, or the holder of the office there. Unit: whole minutes.</param>
/// <param name="Amount">Unit: euro, at the index of the base month.</param>
public sealed record Fee(MeetingId Meeting, PersonId Person, SeatId? Seat, GroupCode? Group, ChairRole? Role, int Minutes, decimal Amount)
{
    /// <summary>The effective member who ceded it; null when nobody did.</summary>
    public PersonId? CededBy { get; init; }

    /// <summary>The fees of a session: one a seat, to the one of the duo who was there longer; one to each holder of an office who attended.</summary>
    /// <param name="ceded">Seats whose effective member ceded the fee to the substitute; without effect where that may not be.</param>
    /// <remarks>Source: royal decree of 13 March 2023, art. 9; rules of procedure, art. 21 § 3, 54 and 55.</remarks>
    public static ImmutableArray<Fee> Of(Session session, FeeRule rule, IReadOnlySet<SeatId>? ceded = null)
    {
        if (session.Ran is null || session.Duration(rule.PausesCount) < TimeSpan.FromMinutes(rule.SessionMinutes))
            return [];
        return [.. session.Seats.Select(seat => OfSeat(session, seat, rule, ceded?.Contains(seat.Seat) == true)).Concat(session.Officers.Select(officer => OfOffice(session, officer, rule))).OfType<Fee>()];
    }

    /// <summary>The amount at the index of a year, rounded to the cent; null when nobody has said that index.</summary>
    public decimal? Indexed(FeeRule rule, int year) =>
        rule.IndexOf(year) is { } index ? Math.Round(Amount * index, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>The substitute to whom the effective member may cede the fee of a seat: both were there, in a formation to which both may be invited. Null when there is none.</summary>
    public static PersonId? MayGoTo(Session session, SeatInSession seat, FeeRule rule)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(seat);
        ArgumentNullException.ThrowIfNull(rule);
        return rule.CedableIn.Contains(session.Formation) && seat.Substitute is { Stays.Length: > 0 } substitute
            && Of(session, rule).Any(fee => fee.Seat == seat.Seat && fee.Person == seat.Effective.Person)
            ? substitute.Person
            : null;
    }

    private static Fee? OfSeat(Session session, SeatInSession seat, FeeRule rule, bool isCeded)
    {
        var minutes = MinutesOf(session, seat.Duo.SelectMany(member => member.Stays), rule);
        // Of two who were there as long, the effective member, who stands first.
        var payee = seat.Duo.MaxBy(member => session.Lasted(member.Stays, rule.PausesCount))!;
        if (!rule.Groups.TryGetValue(seat.Group, out var amount) || minutes < rule.AttendedMinutes || payee.Stays.Length == 0)
            return null;
        var to = isCeded && payee == seat.Effective ? MayGoTo(session, seat, rule) : null;
        return new Fee(session.Meeting, to ?? payee.Person, seat.Seat, seat.Group, null, minutes, amount) { CededBy = to is null ? null : payee.Person };
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
