using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.Tests.Domain.Chambers;

public class HoldingASeat
{
    private static readonly PersonId s_one = new(Guid.NewGuid());
    private static readonly PersonId s_two = new(Guid.NewGuid());
    private readonly Seat _seat = new(new(Guid.NewGuid()), "fr", new("experts"), 1);

    [Theory]
    [InlineData("2026-06-30", "2026-12-31")] // the last day is a day of the term
    [InlineData("2020-01-01", "2026-01-01")]
    [InlineData("2026-02-01", "2026-03-01")]
    [InlineData("2020-01-01", null)]
    public void Is_refused_while_another_duo_holds_it(string from, string? until)
    {
        var first = Ok(_seat.Appoint(new(Guid.NewGuid()), s_one, s_two, Term("2026-01-01", "2026-06-30")));

        var second = _seat.Appoint(new(Guid.NewGuid()), s_two, null, Term(from, until));

        var why = Assert.IsType<SeatTaken>(Assert.IsType<Result<Mandate>.Refused>(second).Why);
        Assert.Equal(first.Id, why.By);
        Assert.Single(_seat.Mandates);
    }

    [Fact]
    public void Passes_on_the_day_after_a_mandate_was_ended()
    {
        var first = Ok(_seat.Appoint(new(Guid.NewGuid()), s_one, null, Term("2024-01-01", null)));
        Ok(_seat.End(first.Id, new(2026, 3, 31)));

        Ok(_seat.Appoint(new(Guid.NewGuid()), s_two, null, Term("2026-04-01", null)));

        Assert.Equal(s_one, _seat.MandateOn(new(2026, 3, 31))!.Effective);
        Assert.Equal(s_two, _seat.MandateOn(new(2026, 4, 1))!.Effective);
        Assert.Null(_seat.MandateOn(new(2023, 12, 31)));
    }

    [Fact]
    public void Cannot_end_outside_its_term()
    {
        var mandate = Ok(_seat.Appoint(new(Guid.NewGuid()), s_one, null, Term("2024-01-01", "2024-12-31")));

        Assert.IsType<DayOutsideTerm>(Assert.IsType<Result<Mandate>.Refused>(_seat.End(mandate.Id, new(2025, 1, 1))).Why);
    }

    [Fact]
    public void Is_never_for_the_same_person_twice()
    {
        var refused = _seat.Appoint(new(Guid.NewGuid()), s_one, s_one, Term("2024-01-01", null));

        Assert.Equal(new SamePersonTwice(s_one), Assert.IsType<Result<Mandate>.Refused>(refused).Why);
        Assert.Throws<ArgumentException>(() => new Mandate(new(Guid.NewGuid()), _seat.Id, s_one, s_one, Term("2024-01-01", null)));
    }

    [Fact]
    public void Never_ends_before_it_starts() => Assert.Throws<ArgumentException>(() => Term("2024-01-02", "2024-01-01"));

    private static T Ok<T>(Result<T> result) => Assert.IsType<Result<T>.Ok>(result).Value;

    private static Term Term(string from, string? until) => new(DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null));
}
