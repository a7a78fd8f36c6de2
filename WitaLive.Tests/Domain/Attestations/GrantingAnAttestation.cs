using WitaLive.Domain.Attestations;

namespace WitaLive.Tests.Domain.Attestations;

public class GrantingAnAttestation
{
    [Theory] // royal decree, art. 15 to 17; law, art. 7 § 7
    [InlineData("plus", 5, "", "2026-11-25", "2031-11-24", "")]
    [InlineData("starter", 3, "", "2026-11-25", "2029-11-24", "")]
    [InlineData("ordinary", 5, "", "2026-11-25", "2031-11-24", "")]
    [InlineData("plus", 5, "starter 2025-01-01 2027-12-31", "2026-11-25", "2031-11-24", "2026-11-24")] // replaces at once
    [InlineData("ordinary", 5, "ordinary 2023-01-01 2027-12-31", "2026-11-25", "2031-11-24", "2026-11-24")]
    [InlineData("ordinary", 5, "plus 2023-01-01 2027-12-31", "2028-01-01", "2031-11-24", "")] // the day after, five years from the decision
    [InlineData("ordinary", 5, "starter 2024-11-25 2026-11-25", "2026-11-26", "2031-11-24", "")] // its last day is today
    [InlineData("ordinary", 5, "plus 2021-11-25 2026-11-24", "2026-11-25", "2031-11-24", "")] // over since yesterday
    public void Follows_the_decree(string type, int years, string running, string from, string until, string oldEnds)
    {
        var old = running.Split(' ') is [var kind, var begins, var ends] ? (kind, new Validity(Day(begins), Day(ends))) : ((string, Validity)?)null;

        var (granted, last) = Validity.Grant(type, Day("2026-11-25"), years, old);

        Assert.Equal((Day(from), Day(until)), (granted.From, granted.Until));
        Assert.Equal(oldEnds, last?.ToString("yyyy-MM-dd", null) ?? "");
        Assert.True(granted.IsOn(Day(from)) && granted.IsOn(Day(until)) && !granted.IsOn(Day(from).AddDays(-1)) && !granted.IsOn(Day(until).AddDays(1)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
