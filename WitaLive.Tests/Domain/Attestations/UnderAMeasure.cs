using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Attestations;

/// <summary>Royal decree, art. 19: what is suspended has no effect for a time, what is annulled never existed.</summary>
public class UnderAMeasure
{
    private static readonly DateOnly s_from = new(2026, 3, 10);
    private static readonly DateOnly s_until = new(2026, 6, 10);

    [Theory]
    [InlineData(-1, Standing.Valid), InlineData(0, Standing.Suspended), InlineData(92, Standing.Suspended), InlineData(93, Standing.Valid)]
    public void Is_suspended_from_the_first_day_to_the_last(int day, Standing worth) =>
        Assert.Equal(worth, new Sanction(MeasureRule.Suspension, s_from, s_until).On(s_from.AddDays(day), Standing.Valid));

    [Fact]
    public void Is_suspended_until_somebody_says_how_long() => Assert.Equal(Standing.Suspended, new Sanction(MeasureRule.Suspension, s_from, null).On(new(2099, 1, 1), Standing.Kept));

    [Theory]
    [InlineData(Standing.Waiting), InlineData(Standing.Over)]
    public void Has_nothing_to_lose_when_it_is_not_valid(Standing otherwise) => Assert.Equal(otherwise, new Sanction(MeasureRule.Suspension, s_from, null).On(s_from, otherwise));

    [Theory]
    [InlineData(Standing.Valid), InlineData(Standing.Over), InlineData(Standing.Waiting)]
    public void Never_existed_once_it_is_annulled_whatever_the_day(Standing otherwise) =>
        Assert.Equal(Standing.Annulled, new Sanction(MeasureRule.Annulment, s_from, s_until).On(s_from.AddYears(-1), otherwise));

    [Fact]
    public void Follows_the_strongest_of_several_decisions()
    {
        var (annulled, open, short1) = (new Sanction(MeasureRule.Annulment, s_from, null), new Sanction(MeasureRule.Suspension, s_from, null), new Sanction(MeasureRule.Suspension, s_from, s_until));

        Assert.Equal(annulled, Sanction.Strongest([short1, annulled, open]));
        Assert.Equal(open, Sanction.Strongest([short1, open]));
        Assert.Null(Sanction.Strongest([new("noMeasure", s_from, null), new("warning", s_from, null)]));
    }
}
