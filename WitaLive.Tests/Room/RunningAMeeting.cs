using System.Text.RegularExpressions;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Room;

/// <summary>What the chair does round the items, and with the meeting itself.</summary>
public class RunningAMeeting
{
    [Fact] // what was typed is put back by the ids of its fields when the language is changed (typed.js)
    public async Task Calls_its_fields_the_same_at_every_visit()
    {
        await using var chair = await Screen.OfChairAsync(new Sitting().OnItem());
        await using var again = await Screen.OfChairAsync(new Sitting().OnItem(), "de");
        await using var office = await Screen.OfSecretariatAsync(new Sitting().OnItem());
        await using var officeAgain = await Screen.OfSecretariatAsync(new Sitting().OnItem(), "de");

        Assert.Equal(Fields(chair), Fields(again));
        Assert.Equal(Fields(office), Fields(officeAgain));
        Assert.True(Fields(chair).Length > 2 && Fields(office).Length > 0);

        static string[] Fields(Screen screen) => [.. Regex.Matches(screen.Html, "<textarea[^>]* id=\"([^\"]*)|<textarea id=\"([^\"]*)").Select(found => found.Groups[1].Value + found.Groups[2].Value)];
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
    public async Task Says_from_when_on_a_meeting_opened_early_can_be_adjourned()
    {
        var sitting = new Sitting(early: TimeSpan.FromMinutes(5)).Arrive(0).Chairs(new OpenMeeting());
        await using (var early = await Screen.OfChairAsync(sitting))
        {
            Assert.Contains("Possible from 14:05 on, the planned hour", early.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Adjourn the meeting?", early.Text, StringComparison.Ordinal);
            await early.PressAsync("Adjourn for want");
            Assert.Empty(early.Sent);
        }

        sitting.Clock.Advance(TimeSpan.FromMinutes(5));
        await using var screen = await Screen.OfChairAsync(sitting);
        Assert.DoesNotContain("Possible from", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Adjourn the meeting?", screen.Text, StringComparison.Ordinal);
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

        Assert.Matches("<option value=\"0\"[^>]*>No vote</option>\\s*<option value=\"1\"[^>]*>Adoption of the proposal</option>\\s*</select>", screen.Html); // nothing that only a file can have
        await screen.FillAsync("input", "Question du secrétariat", nth: 7);
        await screen.PressAsync("Ask the members");
        var item = Assert.IsType<ProposeItem>(Assert.Single(screen.Sent)).Item;
        sitting.Try(new ConsentToItem(item.Id, Sitting.Seat(1)), Sitting.Person(1));
        screen.Draw();

        Assert.Equal("Question du secrétariat", item.Titles["fr"]);
        Assert.Contains("Bruno Claes has agreed", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Dirk Maes has not yet agreed", screen.Text, StringComparison.Ordinal);

        await screen.PressAsync("Take the proposal back");
        Assert.Equal(new LeaveItemOff(item.Id), screen.Sent[^1]);
        Assert.DoesNotContain("Agreement asked", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_break_and_closes_with_a_reason_for_what_is_left()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(items: 1).Opened());

        await screen.PressAsync("Suspend the meeting");
        await screen.PressAsync("Resume the meeting");
        await screen.PressAsync("Close the meeting"); // without the reason that it needs: refused before it is asked
        Assert.Contains("A reason is needed", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The meeting is closed", screen.Text, StringComparison.Ordinal);
        await screen.FillAsync("textarea", "out of time", nth: 2);
        await screen.PressAsync("Close the meeting");
        await screen.PressAsync("Close the meeting", nth: 1);

        Assert.Equal(new CloseMeeting("out of time"), screen.Sent[^1]);
        Assert.Contains("The meeting is closed", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_no_end_that_would_be_refused_and_says_why_in_the_refusals_words()
    {
        var sitting = new Sitting(items: 2).Voting().Vote(Choice.For, 0, 1, 2, 3).Chairs(new CloseBallot(Sitting.Ballot(1))).Chairs(new CallItem(Sitting.Item(2)));
        await using var screen = await Screen.OfChairAsync(sitting);

        Assert.Contains("Item 1 has been voted on but is not concluded", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("These items are postponed", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Close the meeting");
        Assert.Empty(screen.Sent);

        sitting.Chairs(sitting.Meeting.ByRule(Sitting.Item(1))!);
        screen.Draw();
        Assert.DoesNotContain("is not concluded", screen.Text, StringComparison.Ordinal);
        Assert.Contains("These items are postponed", screen.Text, StringComparison.Ordinal);
    }

    private static Sitting After(Sitting sitting, TimeSpan time)
    {
        sitting.Clock.Advance(time);
        return sitting;
    }
}
