using System.Text.RegularExpressions;
using WitaLive.App.Meetings;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain;
using WitaLive.Tests.Room;

namespace WitaLive.Tests.Meetings;

public class WhatBecameOfAnItem
{
    [Theory]
    [InlineData("en", "Postponed", "Reason the contract is missing", "Not dealt with in this meeting")]
    [InlineData("fr", "Ajourné", "Motif the contract is missing", "Non traité lors de cette réunion")]
    [InlineData("nl", "Uitgesteld", "Reden the contract is missing", "Niet behandeld op deze vergadering")]
    [InlineData("de", "Vertagt", "Begründung the contract is missing", "In dieser Sitzung nicht behandelt")]
    public async Task Stands_on_the_meetings_page_with_its_reason(string language, string ended, string reason, string not)
    {
        var sitting = A.Meeting().Do(new ConcludeItems([A.Item(1)], ConclusionKind.Postponed, Reason: "the contract is missing"), A.By(1));
        var over = sitting with { State = MeetingState.Adjourned };

        var concluded = (await ShowAsync(language, over, 1)).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.Contains(ended, concluded, StringComparison.Ordinal);
        Assert.Contains(reason, Regex.Replace(Regex.Replace(concluded, "<[^>]*>", " "), @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains("<dd dir=\"auto\"", concluded, StringComparison.Ordinal);
        Assert.Contains(not, await ShowAsync(language, over, 2), StringComparison.Ordinal);
        Assert.DoesNotContain(not, await ShowAsync(language, sitting, 2), StringComparison.Ordinal);
        Assert.DoesNotContain("<p", await ShowAsync(language, null, 1), StringComparison.Ordinal);
    }

    [Fact] // rules of procedure, art. 17 § 1
    public async Task Is_referred_where_a_second_meeting_had_no_quorum_either()
    {
        var first = A.Meeting() with { State = MeetingState.Adjourned };
        var second = first with { Plan = first.Plan! with { SecondConvocation = true } };

        Assert.Equal((null, TheRules.Enlarged), (first.LeftGoesTo, second.LeftGoesTo));
        Assert.Contains("Not dealt with for want of a quorum. Referred to: ", await ShowAsync("en", second, 2), StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(string language, Meeting? held, int item) =>
        Rendered.AsHtml<ItemOutcome>(language, new() { ["Held"] = held, ["Item"] = A.Item(item) }, TheRoom.Services);
}
