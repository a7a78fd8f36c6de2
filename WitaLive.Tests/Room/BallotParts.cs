using WitaLive.App.Ballots;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Room;

public class TheVoteButtons
{
    [Theory, InlineData("en", "For", "Abstention"), InlineData("fr", "Pour", "Abstention"), InlineData("nl", "Voor", "Onthouding"), InlineData("de", "Dafür", "Enthaltung")]
    public async Task Say_each_choice_its_key_and_what_is_on_record(string language, string inFavour, string abstention)
    {
        var html = await ShowAsync(language, ["plus"], Choice.For, open: true);

        Assert.Contains($">{inFavour}</span>", html, StringComparison.Ordinal);
        Assert.Contains($">{abstention}</span>", html, StringComparison.Ordinal);
        Assert.Contains("vote-for \" aria-pressed=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-keyshortcuts=\"3\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_several_outcomes_and_abstention_last()
    {
        var html = await ShowAsync("en", ["plus", "refusal"], null, open: true);

        Assert.True(html.IndexOf("Refusal", StringComparison.Ordinal) < html.IndexOf("Abstention", StringComparison.Ordinal));
        Assert.DoesNotContain("aria-pressed=\"true\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stay_in_place_without_a_key_when_the_ballot_stops()
    {
        var html = await ShowAsync("en", ["plus"], Choice.For, open: false);

        Assert.Contains("aria-disabled=\"true\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-vote-key", html, StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(string language, string[] options, Choice? chosen, bool open) =>
        Rendered.AsHtml<VoteButtons>(language, new()
        {
            ["Legend"] = "x", ["Seat"] = new SeatId(Guid.NewGuid()), ["Options"] = options.ToImmutableArray(), ["Chosen"] = chosen, ["Open"] = open,
        }, TheRoom.Services);
}

public class TheVoteStatus
{
    [Theory, InlineData("en", "Your vote is recorded: for, 14:02"), InlineData("fr", "Votre vote est enregistré : pour, 14:02")]
    [InlineData("nl", "Uw stem is geregistreerd: voor, 14:02"), InlineData("de", "Ihre Stimme ist erfasst: Dafür, 14:02")]
    public async Task Says_what_is_recorded_and_when(string language, string sentence) =>
        Assert.Contains(sentence, await ShowAsync(language, VotePhase.Recorded), StringComparison.Ordinal);

    [Theory, InlineData(VotePhase.Sending), InlineData(VotePhase.Retrying), InlineData(VotePhase.Refused), InlineData(VotePhase.NotYet), InlineData(VotePhase.Missed)]
    public async Task Says_recorded_of_nothing_else(VotePhase phase) =>
        Assert.DoesNotContain("is recorded", await ShowAsync("en", phase), StringComparison.Ordinal);

    private static Task<string> ShowAsync(string language, VotePhase phase) => Rendered.AsHtml<VoteStatus>(language, new()
    {
        ["Phase"] = phase, ["Choice"] = Choice.For, ["At"] = TheRoom.StartsAt.AddMinutes(2), ["Why"] = "x",
    }, TheRoom.Services);
}

public class TheRuleCard
{
    [Theory, InlineData("en", "6 seats, unanimity"), InlineData("fr", "6 sièges, à l’unanimité"), InlineData("nl", "6 zetels"), InlineData("de", "6 Sitze")]
    public async Task Says_unanimity_in_one_sentence(string language, string sentence) =>
        Assert.Contains(sentence, await ShowAsync(language, new TheRoom().SignedIn()), StringComparison.Ordinal);

    [Fact]
    public async Task Names_together_the_groups_that_weigh_the_same_with_the_shares_of_the_rule()
    {
        var html = await ShowAsync("en", new TheRoom("enlarged").SignedIn());

        Assert.Contains("At least 60\u00a0% of the weighted votes: arts experts 1/2; federal administrations, unions, employers and self-employed 1/6 each.", html, StringComparison.Ordinal);
        Assert.Contains("1/18", html, StringComparison.Ordinal);
        Assert.Contains("art.\u00a03 §", html, StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(string language, TheRoom room) => Rendered.AsHtml<RuleCard>(language, new()
    {
        ["Rule"] = room.Meeting.Plan!.Decision, ["Entitled"] = room.View.Voices.Sum(v => v.Counting), ["Groups"] = room.View.Voices, ["Sources"] = ImmutableArray.Create("L 3 §3"),
    }, TheRoom.Services);
}

public class TheResult
{
    [Theory, InlineData("en", "Carried: “Plus” attestation", "None against: 5 for, 1 abstaining."), InlineData("fr", "Adopté : attestation « plus »", "Aucune voix contre : pour 5, abstention 1.")]
    [InlineData("nl", "Aangenomen: attest “plus”", "Niemand tegen: voor 5, onthouding 1."), InlineData("de", "Angenommen: Bescheinigung „Plus“", "Niemand dagegen: dafür 5, Enthaltung 1.")]
    public async Task Is_said_in_words(string language, string result, string reason)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus")
            .Votes((0, Choice.For), (1, Choice.For), (2, Choice.For), (3, Choice.For), (4, Choice.For), (5, Choice.Abstain)).ClosedBallot();

        var html = (await ShowAsync(language, room)).Replace('\u00a0', ' ').Replace('\u202f', ' ');

        Assert.Contains(Spaced(result), Spaced(html), StringComparison.Ordinal);
        Assert.Contains(Spaced(reason), Spaced(html), StringComparison.Ordinal);

        // French puts spaces that do not break before its signs; here they are spaces.
        static string Spaced(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
    }

    [Fact]
    public async Task Names_the_group_that_keeps_it_from_being_unanimous()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes((0, Choice.For), (4, Choice.Against)).ClosedBallot();

        Assert.Contains("Opposed: unions.", await ShowAsync("en", room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_nothing_carried_that_an_abstention_breaks()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes([.. Enumerable.Range(0, 5).Select(seat => (seat, Choice.For)), (5, Choice.Abstain)]).ClosedBallot();
        var strict = room.View.Ballot!.Ballot with { Rule = new DecisionRule.Unanimity(AbstentionBreaksIt: true) };

        var html = await Rendered.AsHtml<ResultView>("en", new() { ["Ballot"] = strict, ["Result"] = BallotResult.Of(strict, room.View.Ballot.Count!.Seats) }, TheRoom.Services);

        Assert.Contains("Not unanimous: 5 for, 0 against, 1 abstaining. Opposed: ", html, StringComparison.Ordinal);
        Assert.Contains("None against: 5 for, 1 abstaining.", await ShowAsync("en", room), StringComparison.Ordinal);
    }

    [Theory, InlineData("en", "None against: 4 for, 1 abstaining. Did not vote: 1; like an abstention, this does not break unanimity.", "0 for, 0 against, 0 abstaining, 1 did not vote, of 1")]
    [InlineData("fr", "N’ont pas voté : 1 ; comme une abstention", "sans vote 1, sur 1"), InlineData("nl", "Niet gestemd: 1; net als een onthouding", "niet gestemd 1, van 1")]
    [InlineData("de", "Nicht abgestimmt: 1; wie eine Enthaltung", "nicht abgestimmt 1, von 1")]
    public async Task Says_apart_who_abstained_and_who_did_not_vote(string language, string reason, string group)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus")
            .Votes((0, Choice.For), (1, Choice.For), (2, Choice.For), (3, Choice.For), (4, Choice.Abstain)).ClosedBallot();

        var html = (await ShowAsync(language, room)).Replace('\u00a0', ' ').Replace('\u202f', ' ');

        Assert.Contains(reason, html, StringComparison.Ordinal);
        Assert.Contains(group, html, StringComparison.Ordinal);
        Assert.Equal([4, 0, 1], room.View.Ballot!.Tallies.Select(t => t.Seats));
        Assert.Equal((5, 6), (room.View.Ballot.Voted, room.View.Ballot.Entitled));
    }

    [Fact]
    public async Task Says_of_a_silent_seat_in_the_weighted_count_that_it_stays_there()
    {
        var room = new TheRoom("enlarged").SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes([.. Enumerable.Range(0, 17).Select(seat => (seat, Choice.For))]).ClosedBallot();

        Assert.Contains("Did not vote: 1; these seats stay in the count.", await ShowAsync("en", room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_shows_what_falls_short_as_if_it_did_not()
    {
        // 43/72 of the weight: 7 of 9 experts, 2 of 3 administrations, 1 of 4 … is 59.72 %, never 60.
        var html = await Rendered.AsHtml<MajorityBar>("en", new()
        {
            ["Rule"] = (DecisionRule.Weighted)new TheRoom("enlarged").Meeting.Plan!.Decision,
            ["Result"] = new OptionResult("plus", [new(new("experts"), 8, 6, 2, 0), new(new("unions"), 3, 2, 1, 0), new(new("employers"), 3, 2, 1, 0)], new(false, false, new Fraction(43, 72), new Fraction(3, 5))),
        }, TheRoom.Services);

        Assert.Contains("59.72\u00a0% (43/72)", html, StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(string language, TheRoom room) => Rendered.AsHtml<ResultView>(language, new()
    {
        ["Ballot"] = room.View.Ballot!.Ballot, ["Result"] = room.View.Ballot.Count!,
    }, TheRoom.Services);
}

public class WhatStatesShare
{
    [Fact]
    public void One_vote_changes_one_group_and_nothing_of_the_others()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus");
        var before = Seen(new MeetingView(default, room.Meeting));

        var after = Seen(new MeetingView(default, room.Votes((4, Choice.For)).Meeting, before));

        Assert.Equal([0, 1, 3], Enumerable.Range(0, 4).Where(g => ReferenceEquals(before.Groups[g], after.Groups[g])));
        Assert.Equal(before.Voices, after.Voices);
        Assert.Same(before.Quorum, after.Quorum);
        Assert.Equal(before.People, after.People);
        Assert.Equal(before.SeatsOf(room.Member(0)), after.SeatsOf(room.Member(0)));
        Assert.NotEqual(before.SeatsOf(room.Member(4)), after.SeatsOf(room.Member(4)));
    }

    [Fact]
    public void A_raised_hand_changes_no_seat_and_no_count()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus");
        var before = Seen(new MeetingView(default, room.Meeting));

        var after = Seen(new MeetingView(default, room.After(room.Member(2), new WitaLive.Domain.Meetings.RaiseHand(room.Member(2))).Meeting, before));

        Assert.Equal(before.Groups, after.Groups);
        Assert.Equal(before.Ballot!.Tallies, after.Ballot!.Tallies);
        Assert.Single(after.Speakers);
    }

    [Fact]
    public void A_hidden_count_is_in_no_view()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], true, "plus").Votes((1, Choice.Against));

        Assert.Null(room.View.Ballot!.Count);
        Assert.Empty(room.View.Ballot.Tallies);
        Assert.Null(room.View.Ballot.Foreseen);
        Assert.Equal((1, 6), (room.View.Ballot.Voted, room.View.Ballot.Entitled));
    }

    private static MeetingView Seen(MeetingView view)
    {
        _ = (view.Seats, view.Groups, view.Voices, view.Quorum, view.Ballot, view.People, view.Speakers, view.SeatsOf(default));
        return view;
    }
}
