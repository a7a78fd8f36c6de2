using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Chambers;

public class ReplacingAMandate
{
    private static readonly MandateRule s_rule = TheRules.InForce.Mandates;
    private static readonly PersonId s_effective = A.Person(1);
    private static readonly PersonId s_substitute = A.Substitute(1);

    [Fact]
    public void Gives_what_is_left_of_the_term_to_another_duo()
    {
        var (seat, mandate) = Held();

        var rest = Ok(seat.Replace(mandate.Id, new(2026, 3, 31), MandateEnding.Replaced, NewId(), A.Person(2), A.Substitute(2)));

        Assert.Equal(new Term(new(2026, 4, 1), new(2028, 2, 29)), rest.Term); // the end the mandate had
        Assert.Equal((new DateOnly(2026, 3, 31), MandateEnding.Replaced), (mandate.Term.Until, mandate.Ending));
        Assert.Equal(s_effective, seat.MandateOn(new(2026, 3, 31))!.Effective);
        Assert.Equal(A.Person(2), seat.MandateOn(new(2026, 4, 1))!.Effective);
        Assert.IsType<SeatTaken>(Why(seat.Appoint(NewId(), A.Person(3), null, new(2027, 1, 1), new(2027, 12, 31), s_rule)));
    }

    [Fact]
    public void Lets_the_substitute_of_an_expert_succeed_at_once_and_nobody_elses()
    {
        var (seat, mandate) = Held();
        var succession = Ok(seat.Succeed(mandate.Id, new(2026, 3, 31), MandateEnding.Deceased, NewId(), s_rule));
        Assert.Equal((s_substitute, (PersonId?)null), (succession.Effective, succession.Substitute));
        Assert.IsType<NoSubstituteToSucceed>(Why(seat.Succeed(succession.Id, new(2026, 5, 1), MandateEnding.Resigned, NewId(), s_rule)));

        var (union, held) = Held("unions");
        Assert.IsType<NoSuccessionHere>(Why(union.Succeed(held.Id, new(2026, 3, 31), MandateEnding.Resigned, NewId(), s_rule)));
        Assert.Null(held.Ending);
    }

    [Theory]
    [InlineData("2024-02-29")] // before it began
    [InlineData("2028-02-29")] // nothing would be left
    public void Is_refused_for_a_day_that_leaves_nothing(string lastDay)
    {
        var (seat, mandate) = Held();

        Assert.IsType<DayOutsideTerm>(Why(seat.Replace(mandate.Id, Day(lastDay), MandateEnding.Resigned, NewId(), A.Person(2), null)));
        Assert.Equal(new DateOnly(2028, 2, 29), mandate.Term.Until);
        Assert.Single(seat.Mandates);
    }

    [Theory]
    [InlineData("2024-03-01", "2028-02-29", true)] // four years to the day
    [InlineData("2024-03-01", "2028-03-01", false)]
    [InlineData("2024-03-01", "2024-02-01", false)]
    public void Or_giving_one_keeps_to_the_longest_term(string from, string until, bool allowed) =>
        Assert.Equal(allowed, Seat("experts").Appoint(NewId(), s_effective, s_substitute, Day(from), Day(until), s_rule) is Result<Mandate>.Ok);

    [Fact]
    public void Is_not_what_a_suspension_does()
    {
        var (seat, mandate) = Held();
        Ok(seat.Suspend(mandate.Id, s_effective, new(2026, 1, 1), null, "mesure de la plénière"));

        Assert.True(mandate.IsSuspended(s_effective, new(2027, 1, 1)));
        Assert.False(mandate.IsSuspended(s_substitute, new(2027, 1, 1)));
        Assert.IsType<SuspendedAlready>(Why(seat.Suspend(mandate.Id, s_effective, new(2026, 6, 1), new(2026, 7, 1), "encore")));
        Assert.IsType<SuspensionReasonMissing>(Why(seat.Suspend(mandate.Id, s_substitute, new(2026, 6, 1), null, " ")));
        Assert.IsType<NotOfThisMandate>(Why(seat.Suspend(mandate.Id, A.Stranger, new(2026, 6, 1), null, "mesure")));
        Assert.IsType<DayOutsideTerm>(Why(seat.Suspend(mandate.Id, s_substitute, new(2026, 6, 1), new(2029, 1, 1), "mesure")));

        Ok(seat.Lift(mandate.Id, 1, new(2026, 6, 30)));
        Assert.True(mandate.IsSuspended(s_effective, new(2026, 6, 30)));
        Assert.False(mandate.IsSuspended(s_effective, new(2026, 7, 1)));
    }

    [Theory]
    [InlineData("2026-08-27", false)]
    [InlineData("2026-08-28", true)] // six months before 28 February 2027
    [InlineData("2027-02-28", true)]
    [InlineData("2027-03-01", false)]
    public void Is_warned_of_six_months_ahead(string today, bool warned) => Assert.Equal(warned, s_rule.IsEnding(new(2027, 2, 28), Day(today)));

    private static (Seat, Mandate) Held(string group = "experts")
    {
        var seat = Seat(group);
        return (seat, Ok(seat.Appoint(NewId(), s_effective, s_substitute, new(2024, 3, 1), new(2028, 2, 29), s_rule)));
    }

    private static Seat Seat(string group) => new(A.Seat(1), "fr", new(group), 1);

    private static MandateId NewId() => new(Guid.NewGuid());

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T Ok<T>(Result<T> result) => Assert.IsType<Result<T>.Ok>(result).Value;

    private static Refusal Why<T>(Result<T> result) => Assert.IsType<Result<T>.Refused>(result).Why;
}
