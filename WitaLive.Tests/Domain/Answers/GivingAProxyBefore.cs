using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Answers;

/// <summary>Royal decree of 13 March 2023, art. 4 § 3.</summary>
public class GivingAProxyBefore
{
    private static readonly DateTimeOffset s_before = A.Start.AddDays(-1);
    private static readonly Asking s_asking = new(A.Start, HasBegun: false, IsOnlineToo: false);
    private static readonly ImmutableArray<PlannedSeat> s_seats = A.Restricted().Seats;
    private static readonly ImmutableDictionary<PersonId, AnswerKind> s_away =
        ImmutableDictionary<PersonId, AnswerKind>.Empty.Add(A.Person(2), AnswerKind.Absent).Add(A.Substitute(2), AnswerKind.Absent);

    [Fact]
    public void Is_for_the_effective_member_when_both_are_away() => Assert.Null(Why());

    [Fact]
    public void Is_refused_while_one_of_the_duo_may_still_come()
    {
        Assert.IsType<DuoNotAway>(Why(said: s_away.Remove(A.Substitute(2))));
        Assert.IsType<DuoNotAway>(Why(said: s_away.SetItem(A.Substitute(2), AnswerKind.Online)));
    }

    [Fact]
    public void Is_refused_from_the_start_on()
    {
        Assert.IsType<ProxyTooLate>(Why(at: A.Start));
        Assert.IsType<ProxyTooLate>(Why(asking: s_asking with { HasBegun = true }));
    }

    [Fact]
    public void Is_signed_by_nobody_else()
    {
        Assert.IsType<OnlyTheEffectiveGives>(Why(by: A.Substitute(2)));
        Assert.IsType<OnlyTheEffectiveGives>(Why(by: A.President));
    }

    [Fact]
    public void Goes_to_a_member_of_another_seat_of_the_chamber_who_has_none()
    {
        Assert.IsType<ProxyHolderNotMember>(Why(holder: A.Substitute(2)));
        Assert.IsType<ProxyHolderNotMember>(Why(holder: A.President));
        Assert.IsType<ProxyHolderTaken>(Why(given: [new(A.Seat(3), A.Person(5), s_before, s_before)]));
        Assert.IsType<ProxyGivenAlready>(Why(given: [new(A.Seat(2), A.Person(6), s_before, s_before)]));
        Assert.Null(Why(holder: A.Substitute(5)));
    }

    [Fact]
    public void Is_offered_to_those_who_come_first_and_to_nobody_who_stays_away()
    {
        var said = s_away.Add(A.Person(3), AnswerKind.Absent).Add(A.Person(6), AnswerKind.Present);

        var holders = ProxyGiving.Holders(A.Seat(2), s_seats, said, [new(A.Seat(3), A.Person(5), s_before, s_before)]).ToList();

        Assert.Equal(A.Person(6), holders[0]);
        Assert.DoesNotContain(A.Person(3), holders);
        Assert.DoesNotContain(A.Person(5), holders);
        Assert.DoesNotContain(A.Substitute(2), holders);
        Assert.Contains(A.Substitute(3), holders); // sits for the one who stays away
        Assert.DoesNotContain(A.Substitute(6), holders); // is only on call
    }

    private static Refusal? Why(
        PersonId? by = null, PersonId? holder = null, ImmutableDictionary<PersonId, AnswerKind>? said = null, Proxy[]? given = null, Asking? asking = null,
        DateTimeOffset? at = null) =>
        ProxyGiving.WhyNot(by ?? A.Person(2), holder ?? A.Person(5), s_seats, said ?? s_away, given ?? [], asking ?? s_asking, at ?? s_before);
}
