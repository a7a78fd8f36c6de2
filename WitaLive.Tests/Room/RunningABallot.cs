using System.Text.RegularExpressions;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Room;

/// <summary>What the chair does round a ballot, from the question to the count.</summary>
public class RunningABallot
{
    [Fact]
    public async Task Opens_a_ballot_on_one_outcome()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());

        await screen.TickAsync("Hide the count");
        await screen.TickAsync("“Plus”");
        await screen.PressAsync("Open the ballot");

        var open = Assert.IsType<OpenBallot>(Assert.Single(screen.Sent));
        Assert.Equal(("plus", true, null), (Assert.Single(open.Options), open.CountsHidden, open.EndsAt));
        Assert.Contains("Ballot open", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_a_ballot_on_several_outcomes_with_an_end()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());

        await screen.TickAsync("Several outcomes");
        await screen.FillAsync("select", "5");
        await screen.PressAsync("Open the ballot");

        var open = Assert.IsType<OpenBallot>(Assert.Single(screen.Sent));
        Assert.Equal(["plus", "ordinary", "refusal"], open.Options.ToArray());
        Assert.Equal(Sitting.Start.AddMinutes(5), open.EndsAt);
    }

    [Fact]
    public async Task Puts_nothing_to_the_vote_that_was_not_chosen()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());

        await screen.PressAsync("Open the ballot");
        Assert.Empty(screen.Sent);
        Assert.Contains("First choose what is put to the vote.", screen.Text, StringComparison.Ordinal);

        await screen.TickAsync("Refusal");
        await screen.PressAsync("Open the ballot");
        Assert.Equal(["refusal"], Assert.IsType<OpenBallot>(Assert.Single(screen.Sent)).Options.ToArray());
    }

    [Fact]
    public async Task Says_before_that_a_ballot_ends_the_hearing()
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfChairAsync(sitting);
        Assert.DoesNotContain("ends the hearing", screen.Text, StringComparison.Ordinal);
        sitting.Chairs(new StartHearing(Sitting.Item(1), ["Anna Sonevel"]));
        screen.Draw();

        Assert.Contains("Opening the ballot ends the hearing.", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_why_no_ballot_can_be_opened()
    {
        var sitting = new Sitting().OnItem();
        sitting.Try(new SignOut(Sitting.Person(2)), Sitting.Person(2));
        sitting.Try(new SignOut(Sitting.Person(3)), Sitting.Person(3));
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.TickAsync("“Plus”");
        await screen.PressAsync("Open the ballot");

        Assert.Empty(screen.Sent);
        Assert.Contains("There is no quorum: no ballot can be opened now.", screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "2 of 4 voted", "Close the ballot"), InlineData("fr", "Ont voté : 2 sur 4", "Clôturer le vote")]
    [InlineData("nl", "2 van 4 gestemd", "De stemming sluiten"), InlineData("de", "Abgestimmt: 2 von 4", "Abstimmung schließen")]
    public async Task Shows_who_has_not_voted_and_closes(string language, string turnout, string close)
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Voting().Vote(Choice.For, 0, 1), language);

        Assert.Contains(turnout, screen.Text, StringComparison.Ordinal);
        Assert.Contains("Dirk Maes", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync(close);
        Assert.Empty(screen.Sent); // it is asked first
        var question = Regex.Match(screen.Html, $"<dialog.*?{Regex.Escape(close)}</button>", RegexOptions.Singleline).Value;
        Assert.Contains("<li>Dirk Maes</li>", question, StringComparison.Ordinal);
        Assert.Matches("<button type=\"button\" class=\"primary\" autofocus", question);
        await screen.PressAsync(close, nth: 1);
        Assert.Equal([new CloseBallot(Sitting.Ballot(1))], screen.Sent);
    }

    [Fact]
    public async Task Tells_the_two_voices_of_a_proxy_holder_apart_when_it_asks()
    {
        var sitting = new Sitting();
        sitting.Clock.Advance(TimeSpan.FromHours(-1));
        sitting.Secretariat(new ReceiveProxy(Sitting.Seat(3), Sitting.Person(2), Sitting.Start.AddHours(-1))).Arrive(0, 1, 2);
        sitting.Clock.Advance(TimeSpan.FromHours(1));
        sitting.Chairs(new OpenMeeting()).Chairs(new CallItem(Sitting.Item(1))).Chairs(new OpenBallot(Sitting.Ballot(1), [Sitting.Item(1)], ["plus"], false));
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.PressAsync("Close the ballot");

        var question = Regex.Match(screen.Html, "<dialog.*?</dialog>", RegexOptions.Singleline).Value;
        Assert.Contains("<li>Chloé Dumont</li>", question, StringComparison.Ordinal);
        Assert.Contains("<li>Chloé Dumont <span class=\"small\">(by proxy)</span></li>", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closes_without_a_question_when_everyone_has_voted()
    {
        var sitting = new Sitting().Voting().Vote(Choice.For, 0, 1, 2, 3);
        await using var screen = await Screen.OfChairAsync(sitting);

        Assert.Matches("<button[^>]* data-once[^>]*>Close the ballot</button>", screen.Html); // the second half of a double click never leaves the page
        await screen.PressAsync("Close the ballot", clicks: 1);

        Assert.Equal([new CloseBallot(Sitting.Ballot(1))], screen.Sent);
    }

    [Fact] // the question may stand open while they vote
    public async Task Asks_about_those_who_have_not_voted_by_now()
    {
        var sitting = new Sitting().Voting().Vote(Choice.For, 0, 1);
        await using var screen = await Screen.OfChairAsync(sitting);
        Assert.Contains("<li>Chloé Dumont</li>", screen.Html, StringComparison.Ordinal);

        sitting.Vote(Choice.For, 2);
        screen.Draw();

        Assert.DoesNotContain("<li>Chloé Dumont</li>", screen.Html, StringComparison.Ordinal);
        Assert.Contains("<li>Dirk Maes</li>", screen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_closing_now_means_and_who_can_still_change_the_result()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Voting().Vote(Choice.For, 0, 1));

        Assert.Contains("Not yet voted: 2. If you close now, a seat without a vote counts like an abstention.", screen.Text, StringComparison.Ordinal);
        Assert.Contains("still open. It depends on: unions.", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_the_result_is_certain()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Voting().Vote(Choice.Against, 0));

        Assert.Contains("certain, unless a vote given is changed. It can no longer be carried.", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foretells_nothing_while_the_count_is_hidden()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Voting(hidden: true).Vote(Choice.Against, 0));

        Assert.DoesNotContain("certain,", screen.Text, StringComparison.Ordinal);
        Assert.Contains("The count is hidden until you close", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extends_from_the_end_that_is_shown()
    {
        var end = Sitting.Start.AddMinutes(3);
        var sitting = new Sitting().OnItem().Chairs(new OpenBallot(Sitting.Ballot(1), [Sitting.Item(1)], ["plus"], false, end));
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.PressAsync("+ 2 min");

        Assert.Equal([new ExtendBallot(Sitting.Ballot(1), end.AddMinutes(2))], screen.Sent);
    }

    [Fact]
    public async Task Annuls_with_a_reason_and_says_so_when_there_is_none()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Voting());

        await screen.PressAsync("Annul the ballot");
        Assert.Contains("class=\"field-error\"", screen.Html, StringComparison.Ordinal);
        await screen.FillAsync("textarea", "wrong question");
        await screen.PressAsync("Annul the ballot");

        Assert.Equal(new AnnulBallot(Sitting.Ballot(1), "wrong question"), screen.Sent[^1]);
    }

    [Fact]
    public async Task Resumes_a_suspended_ballot_only_when_the_quorum_is_back()
    {
        var sitting = new Sitting().Voting();
        sitting.Try(new SignOut(Sitting.Person(2)), Sitting.Person(2));
        sitting.Try(new SignOut(Sitting.Person(3)), Sitting.Person(3));
        await using var screen = await Screen.OfChairAsync(sitting);

        Assert.Contains("The quorum is lost.", screen.Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(screen.Text, "Adjourn the meeting\\?"));
        await screen.PressAsync("Resume the ballot");
        Assert.Empty(screen.Sent);

        sitting.Try(new SignIn(Sitting.Person(2), AttendanceMode.Online), Sitting.Person(2));
        screen.Draw();
        Assert.Contains("The quorum is back.", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Resume the ballot");
        Assert.Equal([new ResumeBallot(Sitting.Ballot(1))], screen.Sent);
    }

    [Fact]
    public async Task Votes_on_a_block_and_concludes_all_of_it_in_one_click()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.PressAsync("All of them");
        await screen.TickAsync("“Plus”");
        await screen.PressAsync("Open one ballot on 3 files");
        await screen.PressAsync("Take out", nth: 1);
        sitting.Vote(Choice.For, 0, 1, 2, 3);
        screen.Draw();
        await screen.PressAsync("Close the ballot");
        await screen.PressAsync("Record for 2 files");

        Assert.Equal([Sitting.Item(1), Sitting.Item(3)], Assert.IsType<ConcludeItems>(screen.Sent[^1]).Items.ToArray());
        Assert.Equal([Sitting.Item(2)], sitting.Meeting.Waiting.Select(item => item.Id));
    }

    [Fact]
    public async Task Ends_the_file_that_is_left_of_a_block_without_a_decision_though_nobody_called_it()
    {
        var sitting = new Sitting().Opened().Chairs(new OpenBallot(Sitting.Ballot(1), [Sitting.Item(1), Sitting.Item(2)], ["plus"]))
            .Chairs(new TakeOutOfBlock(Sitting.Ballot(1), Sitting.Item(2))).Vote(Choice.For, 0, 1, 2).Vote(Choice.Against, 3).Chairs(new CloseBallot(Sitting.Ballot(1)));
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.TickAsync("Information asked for");
        await screen.FillAsync("textarea", "the contract is missing", nth: 1);
        await screen.PressAsync("Record: Information asked for");

        Assert.Equal((ConclusionKind.InformationAsked, "the contract is missing"),
            sitting.Meeting.ItemOf(Sitting.Item(1))!.Conclusion is { } conclusion ? (conclusion.Kind, conclusion.Reason) : default);
    }

    [Fact]
    public async Task Puts_only_files_of_one_kind_to_the_vote_together()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(lastKind: "appeal").Opened());

        Assert.Contains("Application for an attestation: ", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("All of them");
        await screen.TickAsync("“Plus”");
        await screen.PressAsync("Open one ballot on 2 files");

        Assert.Equal([Sitting.Item(1), Sitting.Item(2)], Assert.IsType<OpenBallot>(Assert.Single(screen.Sent)).Items.ToArray());
        await using var french = await Screen.OfChairAsync(new Sitting(lastKind: "appeal").Opened(), "fr");
        Assert.Contains("Demande d’attestation\u00a0: ", french.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_a_suspended_meeting_no_second_break()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);
        Assert.Contains("Break or end of the meeting", screen.Text, StringComparison.Ordinal);

        sitting.Chairs(new SuspendMeeting());
        screen.Draw();

        Assert.DoesNotContain("Break or end of the meeting", screen.Text, StringComparison.Ordinal);
    }
}
