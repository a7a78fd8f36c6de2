using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain.Applications;

namespace WitaLive.Tests.Domain.Applications;

public class PointingToAType
{
    private static readonly DateOnly s_filing = new(2026, 11, 25);

    private static readonly Gen<Income> s_income =
        from year in Gen.Choose(2018, 2026)
        from cents in Gen.OneOf(Gen.Choose(0, 200_000), Gen.Choose(0, 7_000_000), Gen.Elements(30_000, 100_000, 270_900, 451_500, 541_800, 1_354_600, 6_540_000))
        from weight in Gen.Elements(ActivityWeight.Core, ActivityWeight.Core, ActivityWeight.Peripheral)
        from proven in Gen.Elements(true, true, false)
        select new Income(year, cents / 100m, weight, proven);

    private static readonly Gen<Practice> s_practices =
        from first in Gen.Elements(true, false)
        from held in Gen.Elements(true, false)
        from incomes in s_income.ListOf(5)
        from performances in Gen.Choose(0, 7)
        from diploma in Gen.Elements(true, false)
        from plan in Gen.Elements(true, false)
        select new Practice(s_filing, first, held, [.. incomes], performances, diploma, plan);

    [Theory] // royal decree, art. 12 §§ 3 and 9: half of the days neutralised halve the amounts, to the cent and to the day
    [InlineData("2709.00", 548, "ordinary")]
    [InlineData("2709.01", 548, "plus")]
    [InlineData("2709.01", 547, "ordinary")]
    [InlineData("500.00", 548, "none")]
    [InlineData("500.01", 548, "ordinary")]
    public void Takes_the_share_of_neutralised_days_from_the_amounts(string amount, int days, string points)
    {
        // Two years and the one of filing, to its last day: 1,096 days.
        var practice = new Practice(new(2026, 12, 31), First: true, HeldBefore: true, [new(2025, decimal.Parse(amount, CultureInfo.InvariantCulture), ActivityWeight.Core, Proven: true)], 0, false, false)
        {
            Away = [new(new(2024, 1, 1), new DateOnly(2024, 1, 1).AddDays(days - 1)), new(new(2024, 1, 5), new(2024, 2, 1)), new(new(2019, 1, 1), new(2019, 12, 31))],
        };

        Assert.Equal((1096, days), (practice.Days(2), practice.AwayDays(2)));
        Assert.Equal(points, Assess(practice).PointsTo.ToString(), ignoreCase: true);
    }

    [Fact]
    public void Never_falls_because_a_time_is_neutralised() => Prop.ForAll(s_practices.ToArbitrary(), Gen.Choose(0, 2500).Two().ToArbitrary(), (practice, time) =>
    {
        var from = new DateOnly(2020, 1, 1).AddDays(Math.Min(time.Item1, time.Item2));
        var away = practice with { Away = [new(from, new DateOnly(2020, 1, 1).AddDays(Math.Max(time.Item1, time.Item2)))] };
        var (plain, better) = (Assess(practice), Assess(away));
        return better.Presumption >= plain.Presumption && better.PointsTo >= plain.PointsTo;
    }).IsTried(300);

    [Theory] // royal decree, art. 12 §§ 6 to 8 and 17, one cent to each side
    [InlineData("2025:1000.00", "", "insufficient", "none")]
    [InlineData("2025:1000.01", "", "toBeAssessed", "ordinary")]
    [InlineData("2024:500 2025:500.01", "", "toBeAssessed", "ordinary")]
    [InlineData("2026:1000.01", "", "toBeAssessed", "ordinary")] // the filing year is counted with the year before it
    [InlineData("2023:50000", "", "insufficient", "none")] // not in the last two years
    [InlineData("2021:65399.99 2025:0.01", "", "insufficient", "none")]
    [InlineData("2021:65400.00", "", "insufficient", "none")]
    [InlineData("2021:65400.01", "", "professional", "plus")] // more than 65 400 over five years, whatever the last two
    [InlineData("2020:65400.01", "", "insufficient", "none")] // a day earlier it is no longer one of the five
    [InlineData("2025:5418.00", "", "toBeAssessed", "ordinary")]
    [InlineData("2025:5418.01", "", "toBeAssessed", "plus")]
    [InlineData("2023:12546.00 2025:1000", "", "insufficient", "none")] // 13 546 exactly
    [InlineData("2023:12546.00 2025:1000.01", "", "toBeAssessed", "plus")]
    [InlineData("2023:12545.99 2025:1000.01", "", "toBeAssessed", "ordinary")]
    [InlineData("2025:4515.00", "later", "toBeAssessed", "plus")] // 4 515 over five years, but more than 2 709 over three
    [InlineData("2025:2709.00", "later", "toBeAssessed", "ordinary")]
    [InlineData("2025:2709.01", "later", "toBeAssessed", "plus")]
    [InlineData("2022:1806 2025:2709.00", "later", "toBeAssessed", "ordinary")] // 4 515.00 over five years
    [InlineData("2022:1806.01 2025:2709.00", "later", "toBeAssessed", "plus")]
    [InlineData("2025:2709.01", "", "toBeAssessed", "ordinary")]
    [InlineData("2023:299.99", "starter", "insufficient", "none")]
    [InlineData("2023:300.00", "starter", "insufficient", "starter")]
    [InlineData("2022:300.00", "starter", "insufficient", "none")] // three years
    [InlineData("", "starter 4", "insufficient", "none")]
    [InlineData("", "starter 5", "insufficient", "starter")]
    [InlineData("", "starter 5 held", "insufficient", "none")]
    [InlineData("2025:1000.01", "starter", "toBeAssessed", "starter")] // starter before ordinary (O-25)
    [InlineData("2025:1000.01", "starter held", "toBeAssessed", "ordinary")]
    [InlineData("2025:5418.01", "starter", "toBeAssessed", "plus")]
    [InlineData("2025:65400.01", "later held", "professional", "plus")]
    [InlineData("2025:90000!", "", "insufficient", "none")] // not proven
    [InlineData("2025:90000~", "", "insufficient", "none")] // beside the core
    public void Follows_the_thresholds(string incomes, string words, string presumption, string type)
    {
        var starter = words.Contains("starter", StringComparison.Ordinal);
        var practice = new Practice(
            s_filing, First: !words.Contains("later", StringComparison.Ordinal), HeldBefore: words.Contains("held", StringComparison.Ordinal), Incomes(incomes),
            Performances: words.Split(' ').Select(word => int.TryParse(word, out var n) ? n : 0).Max(), HigherArtsDiploma: starter, Plan: starter);

        var assessed = Assess(practice);

        Assert.Equal((presumption, type), (Word(assessed.Presumption), Word(assessed.PointsTo)));
    }

    [Theory]
    [InlineData(true, false), InlineData(false, true)]
    public void A_starter_has_diploma_and_plan(bool diploma, bool plan) =>
        Assert.Equal(AttestationType.None, Assess(new(s_filing, true, false, [], 5, diploma, plan)).PointsTo);

    [Fact]
    public void The_order_of_starter_and_ordinary_is_a_setting()
    {
        var practice = new Practice(s_filing, true, false, Incomes("2025:1000.01"), 5, true, true);
        var off = TheRules.InForce.StarterBeforeOrdinary with { Value = JsonSerializer.SerializeToElement(false) };

        Assert.Equal(AttestationType.Starter, Assess(practice).PointsTo);
        Assert.Equal(AttestationType.Ordinary, Eligibility.Assess(TheRules.InForce.Thresholds, off, practice).PointsTo);
    }

    [Fact]
    public void Every_condition_names_its_source_and_whether_it_is_met()
    {
        var assessed = Assess(new(s_filing, true, false, Incomes("2025:5418.01"), 0, false, true));

        Assert.Equal(
            [
                (Condition.AlwaysProfessional, false), (Condition.Enough, true), (Condition.PlusFirst, false), (Condition.PlusFirst, true), (Condition.NeverHeld, true),
                (Condition.Diploma, false), (Condition.Plan, true), (Condition.StarterActivity, true), (Condition.StarterBeforeOrdinary, true),
            ],
            assessed.Reasons.Select(reason => (reason.Condition, reason.Met)));
        Assert.All(assessed.Reasons, reason => Assert.NotEmpty(reason.Source));
    }

    [Fact]
    public void More_proven_core_income_never_lowers_the_type() => Holds(
        from practice in s_practices
        from year in Gen.Choose(2018, 2026)
        from cents in Gen.Choose(1, 7_000_000)
        select (practice, new Income(year, cents / 100m, ActivityWeight.Core, true)),
        more => Assess(more.Item1 with { Incomes = more.Item1.Incomes.Add(more.Item2) }) is var after && Assess(more.Item1) is var before
            && after.PointsTo >= before.PointsTo && after.Presumption >= before.Presumption);

    [Fact]
    public void What_is_not_proven_or_beside_the_core_changes_nothing() => Holds(s_practices, practice =>
    {
        var bare = practice with { Incomes = [.. practice.Incomes.Where(income => income.Counts)] };
        return Assess(practice).PointsTo == Assess(bare).PointsTo && practice.Core(5) == bare.Core(5);
    });

    [Fact]
    public void The_sum_of_more_years_is_never_less() =>
        Holds(s_practices, practice => practice.Core(2) <= practice.Core(3) && practice.Core(3) <= practice.Core(5));

    [Fact]
    public void Sums_agree_with_adding_cents_year_by_year() => Holds(s_practices, practice => new[] { 2, 3, 5 }.All(years =>
    {
        var cents = 0L;
        for (var year = 2026 - years; year <= 2026; year++)
            cents += practice.Incomes.Where(i => i is { Activity: ActivityWeight.Core, Proven: true } && i.Year == year).Sum(i => (long)(i.Amount * 100));
        return practice.Core(years) == cents / 100m;
    }));

    private static Eligibility Assess(Practice practice) => Eligibility.Assess(TheRules.InForce.Thresholds, TheRules.InForce.StarterBeforeOrdinary, practice);

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Prop.ForAll(cases.ToArbitrary(), property).IsTried(500);

    private static string Word(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    private static ImmutableArray<Income> Incomes(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('!', '~').Split(':') is [var year, var amount]
            ? new Income(int.Parse(year, CultureInfo.InvariantCulture), decimal.Parse(amount, CultureInfo.InvariantCulture),
                line.EndsWith('~') ? ActivityWeight.Peripheral : ActivityWeight.Core, !line.EndsWith('!'))
            : throw new FormatException(line)),
    ];
}
