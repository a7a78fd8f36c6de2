using WitaLive.Domain.Meetings;

namespace WitaLive.Domain.Answers;

/// <summary>Whether a member may give the voice of a seat to another member, before a meeting.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 3, 5 § 2 and 6 § 2; law reference §10, O-18.</remarks>
public static class ProxyGiving
{
    /// <param name="by">Who signs.</param>
    /// <param name="seats">The voting seats of the meeting: one chamber.</param>
    /// <param name="said">The last answer of each who has answered.</param>
    /// <param name="given">Proxies already given for this meeting.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The condition that is not met; null when the proxy may be given.</returns>
    public static Refusal? WhyNot(
        PersonId by, PersonId holder, IReadOnlyCollection<PlannedSeat> seats, ImmutableDictionary<PersonId, AnswerKind> said,
        IReadOnlyCollection<Proxy> given, Asking asking, DateTimeOffset now)
    {
        if (!asking.IsOpenAt(now))
            return new ProxyTooLate();
        if (seats.FirstOrDefault(seat => seat.Effective == by) is not { } giver)
            return new OnlyTheEffectiveGives();
        if (!new Duo(giver.Effective, giver.Substitute, said, []).IsAway)
            return new DuoNotAway();
        if (given.Any(proxy => proxy.Giver == giver.Id))
            return new ProxyGivenAlready();
        if (seats.FirstOrDefault(seat => seat.IsOf(holder)) is not { } holders || holders.Id == giver.Id)
            return new ProxyHolderNotMember();
        return given.Any(proxy => proxy.Holder == holder) ? new ProxyHolderTaken() : null;
    }

    /// <summary>
    /// Whom the voice of a seat is offered to: of each other seat whoever is expected to sit there, that is its effective member, or
    /// the substitute when that one has said not to come; who holds no proxy and does not stay away; first those who said that they come.
    /// </summary>
    public static IEnumerable<PersonId> Holders(
        SeatId giver, IReadOnlyCollection<PlannedSeat> seats, ImmutableDictionary<PersonId, AnswerKind> said, IReadOnlyCollection<Proxy> given) =>
        seats.Where(seat => seat.Id != giver)
            .Select(seat => seat.Effective is { } effective && MayCome(effective, said) ? effective : seat.Substitute)
            .OfType<PersonId>()
            .Where(person => given.All(proxy => proxy.Holder != person) && MayCome(person, said))
            .OrderByDescending(said.ContainsKey);

    private static bool MayCome(PersonId person, ImmutableDictionary<PersonId, AnswerKind> said) => !said.TryGetValue(person, out var kind) || kind.Comes();
}
