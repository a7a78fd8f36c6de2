using WitaLive.Domain.Attestations;

namespace WitaLive.Tests.Domain.Attestations;

public class GrantingAnAttestation
{
    [Theory] // royal decree, art. 15 to 18; law, art. 7 § 7
    [InlineData("plus", 5, "", "", "2026-11-25", "2031-11-24", "")]
    [InlineData("starter", 3, "", "", "2026-11-25", "2029-11-24", "")]
    [InlineData("ordinary", 5, "", "", "2026-11-25", "2031-11-24", "")]
    [InlineData("plus", 5, "starter 2025-01-01 2027-12-31", "", "2026-11-25", "2031-11-24", "2026-11-24")] // replaces at once
    [InlineData("ordinary", 5, "ordinary 2023-01-01 2027-12-31", "", "2026-11-25", "2031-11-24", "2026-11-24")]
    [InlineData("ordinary", 5, "plus 2023-01-01 2027-12-31", "", "2028-01-01", "2031-11-24", "")] // the day after, five years from the decision
    [InlineData("ordinary", 5, "starter 2024-11-25 2026-11-25", "", "2026-11-26", "2031-11-24", "")] // its last day is today
    [InlineData("plus", 5, "plus 2021-11-26 2026-11-25", "", "2026-11-25", "2031-11-24", "2026-11-24")]
    [InlineData("ordinary", 5, "plus 2021-11-25 2026-11-24", "", "2026-11-25", "2031-11-24", "")] // over since yesterday: an ordinary one never follows a better one without a gap
    [InlineData("plus", 5, "plus 2021-11-25 2026-11-24", "", "2026-11-25", "2031-11-24", "")] // over since yesterday: the day after is today
    [InlineData("plus", 5, "plus 2021-08-26 2026-08-25", "", "2026-08-26", "2031-08-25", "")] // three months to the day: without a gap
    [InlineData("plus", 5, "plus 2021-08-25 2026-08-24", "", "2026-11-25", "2031-11-24", "")] // a day more
    [InlineData("plus", 5, "plus 2021-08-25 2026-08-24", "2026-05-24", "2026-08-25", "2031-08-24", "")] // filed three months before, to the day
    [InlineData("plus", 5, "plus 2021-08-25 2026-08-24", "2026-05-25", "2026-11-25", "2031-11-24", "")] // a day later
    [InlineData("starter", 3, "ordinary 2021-08-26 2026-08-25", "", "2026-08-26", "2029-08-25", "")]
    [InlineData("ordinary", 5, "ordinary 2021-08-26 2026-08-25", "", "2026-08-26", "2031-08-25", "")]
    [InlineData("ordinary", 5, "starter 2023-09-01 2026-08-31", "2026-05-31", "2026-11-25", "2031-11-24", "2026-11-24")] // the better one had its effect until today
    [InlineData("ordinary", 5, "starter 2023-09-01 2026-08-31", "2026-06-01", "2026-11-25", "2031-11-24", "")]
    public void Follows_the_decree(string type, int years, string before, string filed, string from, string until, string oldEnds)
    {
        var old = before.Split(' ') is [var kind, var begins, var ends] ? new Held(kind, new(Day(begins), Day(ends))) : (Held?)null;

        var (granted, last) = Validity.Grant(type, Day("2026-11-25"), years, TheRules.InForce.Procedure.Renewal, old, filed.Length > 0 ? Day(filed) : null);

        Assert.Equal((Day(from), Day(until)), (granted.From, granted.Until));
        Assert.Equal(oldEnds, last?.ToString("yyyy-MM-dd", null) ?? "");
        Assert.True(granted.IsOn(Day(from)) && granted.IsOn(Day(until)) && !granted.IsOn(Day(from).AddDays(-1)) && !granted.IsOn(Day(until).AddDays(1)));
    }

    [Theory] // a year that begins on 29 February ends on 28 February
    [InlineData("2028-02-29", 5, "2033-02-28"), InlineData("2028-02-29", 3, "2031-02-28"), InlineData("2028-02-29", 4, "2032-02-28")]
    [InlineData("2028-02-28", 5, "2033-02-27"), InlineData("2028-03-01", 5, "2033-02-28"), InlineData("2027-03-01", 5, "2032-02-29")]
    public void Lasts_whole_years(string decided, int years, string until) => Assert.Equal(
        new Validity(Day(decided), Day(until)), Validity.Grant("plus", Day(decided), years, TheRules.InForce.Procedure.Renewal, null, null).New);

    [Theory] // royal decree, art. 15 and 18
    [InlineData("plus", "2031-11-22", "2029-11-22", "2031-08-22", "2032-02-22")]
    [InlineData("ordinary", "2031-11-22", "2027-11-22", "2031-08-22", "2032-02-22")]
    [InlineData("starter", "2028-02-29", "2026-02-28", "2027-11-29", "2028-05-29")]
    public void Opens_the_windows_of_the_next_one(string type, string until, string from, string keeps, string links)
    {
        var renewal = Renewal.Of(new(type, new(Day(until).AddYears(-3), Day(until))), TheRules.InForce.Procedure.Renewal);

        Assert.Equal(new(Day(from), Day(keeps), Day(links)), renewal);
        Assert.True(renewal.IsKeptBy(Day(keeps), isComplete: true));
        Assert.False(renewal.IsKeptBy(Day(keeps).AddDays(1), isComplete: true));
        Assert.False(renewal.IsKeptBy(Day(keeps), isComplete: false));
    }

    [Theory]
    [InlineData("2025-12-31", false, Standing.Waiting), InlineData("2026-01-01", false, Standing.Valid), InlineData("2026-12-31", true, Standing.Valid)]
    [InlineData("2027-01-01", false, Standing.Over), InlineData("2027-01-01", true, Standing.Kept)]
    public void Makes_it_worth_something_from_its_first_day_to_its_last(string day, bool isKept, Standing standing) =>
        Assert.Equal(standing, new Validity(Day("2026-01-01"), Day("2026-12-31")).On(Day(day), isKept));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
