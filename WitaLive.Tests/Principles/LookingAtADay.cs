using WitaLive.App.Principles;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Domain.Principles;

namespace WitaLive.Tests.Principles;

/// <summary>The cadastre as it stood on a day: what was known then, and nothing of what was adopted since.</summary>
public class LookingAtADay
{
    // Adopted on 10 January from 1 March on; changed on 10 April from 1 May on; ended on 1 July.
    private static readonly AdoptedHistory s_entry = new("puppeteer", Timeline.Of(
    [
        Adopted(ProposalChange.Begin, new(2026, 1, 10), new(2026, 3, 1)),
        Adopted(ProposalChange.Renew, new(2026, 4, 10), new(2026, 5, 1)),
        Adopted(ProposalChange.End, new(2026, 7, 1), new(2026, 7, 1)),
    ]));

    [Theory]
    [InlineData("2026-01-09", "")]
    [InlineData("2026-01-10", "to come 1")]
    [InlineData("2026-02-28", "to come 1")]
    [InlineData("2026-03-01", "holds 1")]
    [InlineData("2026-04-30", "holds 1")]
    [InlineData("2026-05-01", "holds 2")]
    [InlineData("2026-06-30", "holds 2")]
    [InlineData("2026-07-01", "over 2")]
    public void Tells_what_holds_what_is_to_come_and_what_is_over(string day, string told)
    {
        var found = AdoptedOnDay.Of([s_entry], DateOnly.Parse(day, CultureInfo.InvariantCulture), null, null);

        Assert.Equal(told, string.Join(", ", found.ToCome.Select(e => $"to come {e.Version.Number}").Concat(found.Holding.Select(e => $"holds {e.Version.Number}")).Concat(found.Over.Select(e => $"over {e.Version.Number}"))));
    }

    [Theory]
    [InlineData("POPPENSPELER", "", true)]
    [InlineData("marionnett", "theatre", true)]
    [InlineData("marionnett zanger", "", false)]
    [InlineData("marionnett", "music", false)]
    [InlineData("  ", null, true)]
    public void Finds_all_words_in_any_language_and_the_art(string words, string? domain, bool isFound) =>
        Assert.Equal(isFound, !AdoptedOnDay.Of([s_entry], new(2026, 3, 1), words, domain).Holding.IsEmpty);

    private static Adopted<AdoptedText> Adopted(ProposalChange change, DateOnly on, DateOnly from) =>
        new(change, from, new(AProposal.Activity(change: change), "2026-P-0001", on));
}
