using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Chambers;

public class ComposingAChamber
{
    private static readonly Composition s_rules = TheRules.InForce.Composition;
    private static readonly FormationComposition s_restricted = FormationComposition.Of(s_rules, new("restricted"));
    private static readonly FormationComposition s_german = FormationComposition.Of(s_rules, new("restricted"), "de");
    private static readonly FormationComposition s_enlarged = FormationComposition.Of(s_rules, new("enlarged"));

    [Fact]
    public void Takes_exactly_the_seats_of_its_formation()
    {
        var chamber = Restricted("nl");
        var seats = Seats("nl experts 3", "nl administrations 1", "nl unions 1", "nl employers 1");

        Assert.Empty(chamber.Compose(seats, s_restricted));
        Assert.Equal(6, chamber.Seats.Count());
    }

    [Fact]
    public void Names_the_group_that_has_too_few_or_too_many_and_changes_nothing()
    {
        var chamber = Restricted("nl");

        var lacking = chamber.Compose(Seats("nl experts 4", "nl administrations 1", "nl employers 1"), s_restricted);

        Assert.Collection(
            lacking,
            why => Assert.Equal(new WrongNumberOfSeats(new("experts"), 4, 3), why),
            why => Assert.Equal(new WrongNumberOfSeats(new("unions"), 0, 1), why));
        Assert.Empty(chamber.Seats);
    }

    [Fact]
    public void Refuses_a_seat_of_the_other_section()
    {
        var lacking = Restricted("fr").Compose(Seats("fr experts 2", "nl experts 1", "fr administrations 1", "fr unions 1", "fr employers 1"), s_restricted);

        Assert.Equal("nl", Assert.IsType<SeatOfAnotherSection>(Assert.Single(lacking)).Section);
    }

    [Fact]
    public void Lets_a_consultative_seat_sit_beside_the_six()
    {
        var chamber = Restricted("nl");

        Assert.Empty(chamber.Compose(Seats("nl experts 3", "nl administrations 1", "nl unions 1", "nl employers 1", "nl communities 1"), s_restricted));
        Assert.Equal(7, chamber.Seats.Count());
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Needs_three_who_follow_German_for_a_German_file(int following, bool allowed)
    {
        var chamber = new Chamber(new(Guid.NewGuid()), new("restricted"), "nl", "de", 1);
        var seats = Seats("nl experts 3", "nl administrations 1", "nl unions 1", "nl employers 1")
            .Select((s, i) => s with { Duo = [A.Person(null, "nl", i < following ? ["de"] : [])] }).ToList();

        var lacking = chamber.Compose(seats, s_german);

        Assert.Equal(allowed ? null : new TooFewFollow("de", 2, 3), lacking.SingleOrDefault());
    }

    [Theory] // experts fr/nl, administrations fr/nl, unions fr/nl, employers fr/nl, then group and section that are short
    [InlineData("5 4 2 1 1 2 2 1", "")]
    [InlineData("4 5 1 2 2 1 1 2", "")]
    [InlineData("6 3 2 1 1 2 2 1", "experts nl")]
    [InlineData("3 6 2 1 1 2 2 1", "experts fr")]
    [InlineData("5 4 3 0 1 2 2 1", "administrations nl")]
    [InlineData("5 4 2 1 0 3 2 1", "unions fr")]
    [InlineData("9 0 2 1 1 2 0 3", "experts nl, employers fr")]
    public void Of_the_enlarged_one_names_each_language_minimum_that_is_missed(string counts, string missed)
    {
        var n = counts.Split(' ');
        var seats = Seats(
            $"fr experts {n[0]}", $"nl experts {n[1]}", $"fr administrations {n[2]}", $"nl administrations {n[3]}",
            $"fr unions {n[4]}", $"nl unions {n[5]}", $"fr employers {n[6]}", $"nl employers {n[7]}");

        var lacking = s_enlarged.Lacking(seats);

        Assert.Equal(missed, string.Join(", ", lacking.Cast<TooFewOfSection>().Select(l => $"{l.Group} {l.Section}")));
    }

    [Fact]
    public void Lets_only_members_be_elected_to_preside()
    {
        var chamber = Restricted("fr");
        var (one, two, stranger) = (A.Person().Id, A.Person().Id, A.Person().Id);

        Assert.Equal(new ChairNotOfTheChamber(stranger), chamber.Elect(one, stranger, [one, two]));
        Assert.Equal(new SamePersonTwice(one), chamber.Elect(one, one, [one, two]));
        Assert.Null(chamber.Chair);
        Assert.Null(chamber.Elect(one, two, [one, two]));
        Assert.Equal((one, two), (chamber.Chair, chamber.SubstituteChair));
    }

    private static Chamber Restricted(string section) => new(new(Guid.NewGuid()), new("restricted"), section, null, 1);

    private static List<Sitting> Seats(params string[] groups) =>
        [.. groups.Select(g => g.Split(' ')).SelectMany(g => Enumerable.Range(1, int.Parse(g[2], null)).Select(number =>
            new Sitting(new Seat(new(Guid.NewGuid()), g[0], new GroupCode(g[1]), number), [])))];
}
