using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Planning;

/// <summary>What is known of a seat before a meeting.</summary>
public enum SeatWord
{
    /// <summary>One of the duo has said so.</summary>
    Comes,

    /// <summary>Nobody comes, and the voice was given to a member of another seat.</summary>
    Represented,

    /// <summary>The effective member has not answered.</summary>
    Silent,

    /// <summary>The effective member does not come; the substitute was called and has not answered.</summary>
    Called,

    /// <summary>Nobody comes.</summary>
    Away,
}

/// <summary>How often a duo was there, of the meetings that its seat was part of.</summary>
/// <param name="Came">Meetings in which one of them sat.</param>
/// <param name="Of">All of them.</param>
public readonly record struct PastAttendance(int Came, int Of);

/// <summary>How likely a seat is to be there.</summary>
/// <param name="Chance">From 0 to 1. An estimate, not a count: floating point is exact enough.</param>
/// <param name="Through">The seat whose member holds the proxy: without that one, this one is absent too.</param>
public sealed record SeatOutlook(SeatId Seat, GroupCode Group, SeatWord Word, double Chance, SeatId? Through = null)
{
    /// <summary>Somebody may still be called to fill it.</summary>
    public bool IsOpen => Word is SeatWord.Silent or SeatWord.Called or SeatWord.Away;

    /// <summary>Its duo has said nothing and is not known well enough: the chance is the rule's, not its own.</summary>
    public bool IsAssumed { get; private init; }

    /// <summary>Holds the seat's proxy and does not come either: the proxy helps nobody as it stands.</summary>
    public PersonId? AwayHolder { get; private init; }

    /// <summary>The outlook of every seat of a meeting.</summary>
    /// <param name="said">The last answer of each who has answered.</param>
    /// <param name="past">By seat, for the duo that holds it now; a seat that is missing has no past.</param>
    public static ImmutableArray<SeatOutlook> Of(
        IReadOnlyCollection<PlannedSeat> seats, IReadOnlyDictionary<PersonId, AnswerKind> said, IReadOnlyCollection<Proxy> proxies,
        IReadOnlyDictionary<SeatId, PastAttendance> past, ForecastRule rule) =>
    [
        .. from seat in seats
           let word = WordOf(seat, said)
           let proxy = word is SeatWord.Away ? proxies.FirstOrDefault(p => p.Giver == seat.Id) : null
           let holders = proxy is null ? null : seats.FirstOrDefault(other => other.Id != seat.Id && other.IsOf(proxy.Holder))
           select holders is null || Refused(proxy!.Holder, said)
               ? new SeatOutlook(seat.Id, seat.Group, word, ChanceOf(word, past.GetValueOrDefault(seat.Id), rule))
                 {
                     IsAssumed = word is SeatWord.Silent && past.GetValueOrDefault(seat.Id).Of < rule.FewestPastMeetings,
                     AwayHolder = holders is null ? null : proxy!.Holder,
                 }
               : new SeatOutlook(seat.Id, seat.Group, SeatWord.Represented, ChanceOf(WordOf(holders, said), past.GetValueOrDefault(holders.Id), rule), holders.Id),
    ];

    /// <summary>How likely someone is to come who holds no seat and comes by office.</summary>
    public static double ChanceByOffice(AnswerKind? said, ForecastRule rule) => (said switch
    {
        null => rule.Silent,
        { } kind when kind.Comes() => rule.Answered,
        _ => 0,
    }) / 100d;

    private static SeatWord WordOf(PlannedSeat seat, IReadOnlyDictionary<PersonId, AnswerKind> said)
    {
        PersonId[] duo = seat.Substitute is { } substitute ? [seat.Effective, substitute] : [seat.Effective];
        if (duo.Any(person => said.TryGetValue(person, out var kind) && kind.Comes()))
            return SeatWord.Comes;
        return duo.All(person => Refused(person, said)) ? SeatWord.Away
            : Refused(seat.Effective, said) ? SeatWord.Called
            : SeatWord.Silent;
    }

    private static bool Refused(PersonId person, IReadOnlyDictionary<PersonId, AnswerKind> said) => said.TryGetValue(person, out var kind) && !kind.Comes();

    // Nobody who has said nothing is surer than one who has said yes.
    private static double ChanceOf(SeatWord word, PastAttendance past, ForecastRule rule) => word switch
    {
        SeatWord.Comes => rule.Answered / 100d,
        SeatWord.Silent when past.Of >= rule.FewestPastMeetings => Math.Min((double)past.Came / past.Of, rule.Answered / 100d),
        SeatWord.Silent => rule.Silent / 100d,
        SeatWord.Called => rule.Called / 100d,
        _ => 0,
    };
}
