using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.Tests.Domain.Chambers;

public class ChoosingAChair
{
    private static readonly DateOnly s_today = new(2026, 11, 24);
    private static readonly PersonId[] s_members = [A.Person(1), A.Person(2), A.Person(3)];
    private readonly Chamber _chamber = new(new(Guid.NewGuid()), new("restricted"), "fr", null, 1);

    [Fact]
    public void Is_kept_with_day_and_way_and_the_last_one_is_in_the_chair()
    {
        Assert.Null(Choose(Chamber.ChairRole, A.Person(1), ChairChoosing.Elected));
        Assert.Null(Choose(Chamber.SubstituteChairRole, A.Person(2), ChairChoosing.AppointedByPresident));
        Assert.Null(Choose(Chamber.ChairRole, A.Person(3), ChairChoosing.Interim, new(2027, 11, 23)));

        Assert.Equal((A.Person(3), A.Person(2)), (_chamber.Chair, _chamber.SubstituteChair));
        Assert.Equal([1, 2, 3], _chamber.Choices.Select(c => c.Number));
        Assert.Equal(ChairChoosing.Elected, _chamber.Choices[0].How);
        Assert.Null(_chamber.Choices[0].Until);
    }

    [Fact]
    public void Is_refused_for_a_stranger_for_both_offices_and_ahead_of_time()
    {
        Assert.IsType<ChairNotOfTheChamber>(Choose(Chamber.ChairRole, A.Stranger, ChairChoosing.Elected));
        Assert.Null(Choose(Chamber.ChairRole, A.Person(1), ChairChoosing.Elected));
        Assert.IsType<SamePersonTwice>(Choose(Chamber.SubstituteChairRole, A.Person(1), ChairChoosing.Elected));
        Assert.IsType<ChosenInFuture>(_chamber.Choose(
            new(_chamber.Id, 0, Chamber.ChairRole, A.Person(2), s_today.AddDays(1), ChairChoosing.Elected, null, null, A.Start), s_members, s_today, null, TheRules.InForce.Mandates));
        Assert.Single(_chamber.Choices);
    }

    [Theory]
    [InlineData("2027-11-23", null, true)] // twelve months
    [InlineData("2027-11-22", null, false)]
    [InlineData("2027-03-31", "2027-03-31", true)] // to the end of the mandate
    [InlineData("2027-03-30", "2027-03-31", false)]
    public void For_an_interim_lasts_twelve_months_or_to_the_end_of_the_mandate(string until, string? mandateEnds, bool allowed) =>
        Assert.Equal(allowed, Choose(Chamber.ChairRole, A.Person(1), ChairChoosing.Interim, Day(until), mandateEnds is null ? null : Day(mandateEnds)) is null);

    private Refusal? Choose(ChairRole role, PersonId person, ChairChoosing how, DateOnly? until = null, DateOnly? mandateEnds = null) =>
        _chamber.Choose(new(_chamber.Id, 0, role, person, s_today, how, until, null, A.Start), s_members, s_today, mandateEnds, TheRules.InForce.Mandates);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
