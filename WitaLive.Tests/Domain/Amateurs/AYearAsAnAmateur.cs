using WitaLive.Domain.Amateurs;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Amateurs;

/// <summary>Royal decree of 28 November 1969, art. 17sexies; law of 16 December 2022, art. 8 to 16.</summary>
public class AYearAsAnAmateur
{
    private static readonly AmateurRule s_rule = TheRules.InForce.Amateurs;

    [Fact]
    public void Has_thirty_days_and_not_one_more()
    {
        // Every second day, so that no row is too long.
        var days = Enumerable.Range(0, 31).Select(n => Day(new DateOnly(2025, 1, 1).AddDays(2 * n))).ToList();

        Assert.Empty(Of(days[..30]).Excesses);
        Assert.Equal((days[30].Id, AmateurExcess.Days), Only(Of(days)));
        Assert.Equal(31, Of(days).Days);
        Assert.Equal(30, Of([.. days[..30], Day(days[0].Day, "Asbl Farandole")]).Days); // two who engage on one day are one day
    }

    [Fact]
    public void Has_rows_of_seven_days_with_the_same_one_who_engages_also_over_the_turn_of_the_year()
    {
        var row = Enumerable.Range(0, 8).Select(n => Day(new DateOnly(2024, 12, 29).AddDays(n))).ToList();

        Assert.Empty(Of(row[..7]).Excesses);
        Assert.Equal((row[7].Id, AmateurExcess.InARow), Only(Of(row)));
        Assert.Empty(Of([.. row[..3], Day(row[3].Day, "Asbl Farandole"), .. row[4..]]).Excesses);
    }

    [Theory] // one cent either side
    [InlineData(80.18, 22.91, null), InlineData(80.19, 22.91, AmateurExcess.Indemnity), InlineData(80.18, 22.92, AmateurExcess.Travel)]
    public void Has_an_amount_for_a_day_and_one_for_travel(double indemnity, double travel, AmateurExcess? excess)
    {
        var excesses = Of([Day(new(2025, 5, 1), indemnity: (decimal)indemnity, travel: (decimal)travel)]).Excesses;

        Assert.Equal(excess is { } one ? [one] : [], excesses.Select(found => found.Excess));
    }

    [Theory] // on the whole, once the total is above the yearly amount
    [InlineData(52.71, 0), InlineData(52.72, 28.64)]
    public void Owes_a_contribution_on_the_whole_above_the_yearly_amount(double last, double owed)
    {
        var days = Enumerable.Range(0, 8).Select(n => Day(new DateOnly(2025, 3, 1).AddDays(7 * n), indemnity: 65m)).Append(Day(new(2025, 6, 1), indemnity: (decimal)last)).ToList();

        Assert.Equal((decimal)owed, Of(days).Contribution);
        Assert.Equal(520m + (decimal)last, Of(days).Total);
    }

    [Fact] // law reference §10, O-15
    public void Is_compared_with_nothing_while_its_amounts_are_not_known()
    {
        var year = AmateurYear.Of(2026, [Day(new(2026, 5, 1), indemnity: 500)], s_rule);

        Assert.Null(year.Amounts);
        Assert.Null(year.Contribution);
        Assert.Empty(year.Excesses);
    }

    [Fact]
    public void Takes_no_day_that_cannot_be()
    {
        var (today, day) = (new DateOnly(2026, 11, 23), Day(new(2026, 11, 23)));

        Assert.Null(AmateurDay.Check(day, [], today));
        Assert.Null(AmateurDay.Check(day with { Day = new(2025, 1, 1) }, [], today));
        Assert.IsType<AmateurDayUnusable>(AmateurDay.Check(day with { Day = today.AddDays(1) }, [], today));
        Assert.IsType<AmateurDayUnusable>(AmateurDay.Check(day with { Day = new(2024, 12, 31) }, [], today));
        Assert.IsType<ContractorMissing>(AmateurDay.Check(day with { Contractor = "" }, [], today));
        foreach (var (indemnity, travel) in new[] { (0m, 0m), (-1m, 0m), (50.005m, 0m), (10_000m, 0m), (50m, -0.01m) })
            Assert.IsType<IndemnityUnusable>(AmateurDay.Check(day with { Indemnity = indemnity, Travel = travel }, [], today));
        Assert.IsType<AmateurDayTwice>(AmateurDay.Check(day with { Contractor = "asbl OSTRABELLE" }, [day], today));
    }

    private static AmateurYear Of(IEnumerable<AmateurDay> days) => AmateurYear.Of(2025, days, s_rule);

    private static (Guid, AmateurExcess) Only(AmateurYear year) => Assert.Single(year.Excesses) is var (day, excess) ? (day.Id, excess) : default;

    private static AmateurDay Day(DateOnly day, string contractor = "Asbl Ostrabelle", decimal indemnity = 50, decimal travel = 0) => new(Guid.NewGuid(), day, contractor, indemnity, travel);
}
