using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Room;

public class ChairPanelTests
{
    [Theory]
    [InlineData("en", "Open the meeting"), InlineData("fr", "Ouvrir la réunion"), InlineData("nl", "De vergadering openen"), InlineData("de", "Die Sitzung eröffnen")]
    public async Task Offers_to_open_when_there_is_a_quorum(string language, string open)
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Arrive(), language);

        await screen.PressAsync(open);

        Assert.Equal([new OpenMeeting()], screen.Sent);
    }

    [Fact]
    public async Task Says_what_is_missing_without_a_quorum_and_where_the_items_would_go()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Arrive(0));

        Assert.Contains("present or represented 0, needed 1. Missing: 1.", screen.Text, StringComparison.Ordinal);
        Assert.Contains("second convocation, to be held within 1 month", screen.Text, StringComparison.Ordinal);
        Assert.Contains("3. Dossier 3", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Adjourn for want");
        await screen.PressAsync("Adjourn for want", nth: 1);
        Assert.Equal([new AdjournMeeting()], screen.Sent);
        Assert.Contains("The meeting is adjourned", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_second_failure_refers_the_items()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(second: true).Arrive(0));

        Assert.Contains("these items are referred. They go to: Enlarged chamber", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_the_next_item_of_the_agenda_or_any_other()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Opened());

        await screen.PressAsync("Call item 1");
        await screen.PressAsync("Call", nth: 1);

        Assert.Equal([new CallItem(Sitting.Item(1)), new CallItem(Sitting.Item(3))], screen.Sent);
    }

    [Fact]
    public async Task Opens_a_ballot_on_one_outcome()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());

        await screen.TickAsync("Hide the count");
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
    public async Task Sends_the_same_ballot_again_after_it_could_not_be_recorded()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());
        screen.Answer = _ => Task.FromResult<Result<ImmutableArray<MeetingEvent>>?>(null);
        await screen.PressAsync("Open the ballot");
        screen.Answer = null;
        await screen.PressAsync("Open the ballot");

        var ids = screen.Sent.Cast<OpenBallot>().Select(open => open.Ballot).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public async Task Makes_one_ballot_of_a_click_that_comes_twice()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());
        var answer = new TaskCompletionSource<Result<ImmutableArray<MeetingEvent>>?>();
        screen.Answer = _ => answer.Task;

        var first = screen.PressAsync("Open the ballot");
        Assert.Contains("Being recorded", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Being recorded");
        answer.SetResult(null);
        await first;

        Assert.Single(screen.Sent);
    }

    [Theory]
    [InlineData(2, 1000), InlineData(1, 100)]
    public async Task Does_not_do_what_only_the_second_half_of_a_double_click_hit(long clicks, int milliseconds)
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfChairAsync(sitting);
        sitting.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        await screen.PressAsync("Open the ballot", clicks: clicks);

        Assert.Empty(screen.Sent);
    }

    [Fact]
    public async Task Explains_why_no_ballot_can_be_opened()
    {
        var sitting = new Sitting().OnItem();
        sitting.Try(new SignOut(Sitting.Person(2)), Sitting.Person(2));
        sitting.Try(new SignOut(Sitting.Person(3)), Sitting.Person(3));
        await using var screen = await Screen.OfChairAsync(sitting);

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
        Assert.Equal([new CloseBallot(Sitting.Ballot(1))], screen.Sent);
    }

    [Fact]
    public async Task Says_what_closing_now_means_and_who_can_still_change_the_result()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Voting().Vote(Choice.For, 0, 1));

        Assert.Contains("Not yet voted: 2. If you close now, a seat without a vote abstains.", screen.Text, StringComparison.Ordinal);
        Assert.Contains("still open. It depends on: Unions.", screen.Text, StringComparison.Ordinal);
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
        await screen.PressAsync("Resume the ballot");
        Assert.Empty(screen.Sent);

        sitting.Try(new SignIn(Sitting.Person(2), AttendanceMode.Online), Sitting.Person(2));
        screen.Draw();
        Assert.Contains("The quorum is back.", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Resume the ballot");
        Assert.Equal([new ResumeBallot(Sitting.Ballot(1))], screen.Sent);
    }

    [Fact]
    public async Task Concludes_with_what_was_carried_and_undoes_it()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Voting().Vote(Choice.For, 0, 1, 2, 3).Chairs(new CloseBallot(Sitting.Ballot(1))));

        await screen.PressAsync("Record: “Plus” attestation");
        await screen.PressAsync("Undo");

        var conclude = Assert.IsType<ConcludeItems>(screen.Sent[0]);
        Assert.Equal((ConclusionKind.Decided, "plus"), (conclude.Kind, conclude.Outcome));
        Assert.Equal(new UndoConclusion(Sitting.Item(1)), screen.Sent[1]);
    }

    [Theory]
    [InlineData("enlarged", ConclusionKind.Referred, "Record: referral, enlarged chamber")]
    [InlineData(null, ConclusionKind.Postponed, "Record: Postponed and reported to the President")]
    public async Task Concludes_what_was_not_carried_as_the_rule_says(string? referTo, ConclusionKind kind, string label)
    {
        var sitting = new Sitting(referTo is null ? null : new FormationCode(referTo)).Voting()
            .Vote(Choice.For, 0, 1, 2).Vote(Choice.Against, 3).Chairs(new CloseBallot(Sitting.Ballot(1)));
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.PressAsync(label);

        Assert.Equal(kind, Assert.IsType<ConcludeItems>(Assert.Single(screen.Sent)).Kind);
        Assert.Equal(kind, sitting.Meeting.ItemOf(Sitting.Item(1))!.Conclusion!.Kind);
    }

    [Fact]
    public async Task Says_how_long_a_conclusion_can_be_undone_and_keeps_the_row_after()
    {
        var sitting = new Sitting().OnItem().Chairs(new ConcludeItems([Sitting.Item(1)], ConclusionKind.Withdrawn, null, "at the applicant's wish"));
        sitting.Clock.Advance(TimeSpan.FromSeconds(28));
        await using var screen = await Screen.OfChairAsync(sitting);
        Assert.Contains("9:32", screen.Text, StringComparison.Ordinal);

        await using var later = await Screen.OfChairAsync(After(sitting, TimeSpan.FromMinutes(10)));
        Assert.Contains("1. Dossier 1 Withdrawn Final", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_on_a_block_and_concludes_all_of_it_in_one_click()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.PressAsync("All of them");
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
    public async Task Ends_an_item_without_a_decision_for_a_reason()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());

        await screen.TickAsync("Hearing asked for");
        await screen.FillAsync("textarea", "the applicant asks to be heard", nth: 1);
        await screen.PressAsync("Record: Hearing asked for");

        var conclude = Assert.IsType<ConcludeItems>(Assert.Single(screen.Sent));
        Assert.Equal((ConclusionKind.HearingAsked, "the applicant asks to be heard"), (conclude.Kind, conclude.Reason));
    }

    [Fact]
    public async Task Hears_people_by_name()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());

        await screen.FillAsync("textarea", "Marie Noël\n\nMe Janssens");
        await screen.PressAsync("Start the hearing");
        Assert.Contains("Marie Noël, Me Janssens", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("End the hearing");

        Assert.Equal(["Marie Noël", "Me Janssens"], Assert.IsType<StartHearing>(screen.Sent[0]).Heard.ToArray());
        Assert.Equal(new EndHearing(Sitting.Item(1)), screen.Sent[1]);
    }

    [Fact]
    public async Task Gives_and_ends_the_floor()
    {
        var sitting = new Sitting().OnItem();
        sitting.Try(new RaiseHand(Sitting.Person(2)), Sitting.Person(2));
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.PressAsync("Give the floor");
        await screen.PressAsync("End the floor");

        Assert.Equal([new GiveFloor(Sitting.Person(2)), new EndFloor(Sitting.Person(2))], screen.Sent);
    }

    [Fact]
    public async Task Asks_the_members_to_agree_to_an_item_and_shows_who_did()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);

        await screen.FillAsync("input", "Question du secrétariat", nth: 7);
        await screen.PressAsync("Ask the members");
        var item = Assert.IsType<ProposeItem>(Assert.Single(screen.Sent)).Item;
        sitting.Try(new ConsentToItem(item.Id, Sitting.Seat(1)), Sitting.Person(1));
        screen.Draw();

        Assert.Equal("Question du secrétariat", item.Titles["fr"]);
        Assert.Contains("Bruno Claes has agreed", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Dirk Maes has not yet agreed", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_break_and_closes_with_a_reason_for_what_is_left()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(items: 1).Opened());

        await screen.PressAsync("Suspend the meeting");
        await screen.PressAsync("Resume the meeting");
        await screen.PressAsync("Close the meeting");
        await screen.PressAsync("Close the meeting", nth: 1);
        Assert.DoesNotContain("The meeting is closed", screen.Text, StringComparison.Ordinal);
        await screen.FillAsync("textarea", "out of time", nth: 2);
        await screen.PressAsync("Close the meeting");
        await screen.PressAsync("Close the meeting", nth: 1);

        Assert.Equal(new CloseMeeting("out of time"), screen.Sent[^1]);
        Assert.Contains("The meeting is closed", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_the_chair_be_the_second_person_of_a_witnessed_vote()
    {
        var vote = new VoteId(Guid.NewGuid());
        var sitting = new Sitting().Voting().Secretariat(new EnterWitnessedVote(vote, Sitting.Ballot(1), Sitting.Seat(3), Choice.For, VoteMeans.Telephone));
        await using var screen = await Screen.OfChairAsync(sitting);

        Assert.Contains("Dirk Maes voted by telephone: for. Entered by Sofie Lambert.", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Confirm");

        Assert.Equal([new ConfirmWitnessedVote(Sitting.Ballot(1), vote)], screen.Sent);
        Assert.Equal(Choice.For, sitting.Meeting.Ballot!.Votes[Sitting.Seat(3)].Choice);
    }

    private static Sitting After(Sitting sitting, TimeSpan time)
    {
        sitting.Clock.Advance(time);
        return sitting;
    }
}
