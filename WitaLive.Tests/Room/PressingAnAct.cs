using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Room;

/// <summary>One press, one act: twice, too early, too late, in another window, and with something typed for it.</summary>
public class PressingAnAct
{
    [Fact]
    public async Task Sends_the_same_ballot_again_after_it_could_not_be_recorded()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().OnItem());
        screen.Answer = _ => Task.FromResult<Result<ImmutableArray<MeetingEvent>>?>(null);
        await screen.TickAsync("“Plus”");
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
        await screen.TickAsync("“Plus”");
        var answer = new TaskCompletionSource<Result<ImmutableArray<MeetingEvent>>?>();
        screen.Answer = _ => answer.Task;

        var first = screen.PressAsync("Open the ballot");
        Assert.Contains("Being recorded", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Being recorded");
        answer.SetResult(null);
        await first;

        Assert.Single(screen.Sent);
    }

    [Fact]
    public async Task Does_not_do_what_came_to_stand_under_the_finger_only_just_now()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);
        sitting.Chairs(new CallItem(Sitting.Item(1)));
        screen.Draw();
        await screen.TickAsync("“Plus”");
        sitting.Clock.Advance(TimeSpan.FromMilliseconds(100));

        await screen.PressAsync("Open the ballot", clicks: 1);

        Assert.Empty(screen.Sent);
        Assert.Matches("<button[^>]* data-once", screen.Html); // its second half never leaves the page
    }

    [Fact] // whoever loads the page again, or comes back after a cut, has yet to point
    public async Task Does_what_stood_there_when_the_page_came()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting().Opened());

        await screen.PressAsync("Call item 1", clicks: 1);

        Assert.Equal(new CallItem(Sitting.Item(1)), Assert.Single(screen.Sent));
    }

    [Fact] // its label counts what was ticked: it is the same button
    public async Task Opens_a_ballot_on_a_block_as_soon_as_its_last_file_is_ticked()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);
        await screen.TickAsync("“Plus”");
        await screen.TickAsync("1. ");
        await screen.TickAsync("2. ");

        await screen.PressAsync("Open one ballot on 2 files", clicks: 1);

        Assert.Equal([Sitting.Item(1), Sitting.Item(2)], Assert.IsType<OpenBallot>(Assert.Single(screen.Sent)).Items.ToArray());
    }

    [Fact] // its label says what was chosen: it is the same button
    public async Task Records_another_ending_as_soon_as_it_is_chosen()
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfChairAsync(sitting);
        sitting.Clock.Advance(TimeSpan.FromSeconds(1));
        await screen.TickAsync("Information asked for");

        await screen.PressAsync("Record: Information asked for", clicks: 1);

        Assert.Equal(ConclusionKind.InformationAsked, Assert.IsType<ConcludeItems>(Assert.Single(screen.Sent)).Kind);
    }

    [Fact] // in another window, or by who may preside too: the button and its field are gone when the answer comes
    public async Task Says_why_not_and_what_was_typed_to_who_comes_second()
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfChairAsync(sitting);
        screen.Answer = async command =>
        {
            await Task.Yield();
            sitting.Chairs(new ConcludeItems([Sitting.Item(1)], ConclusionKind.InformationAsked, null, "the other window"));
            screen.Draw();
            return sitting.Try(command, Sitting.Chair);
        };
        await screen.FillAsync("textarea", "No time left", nth: 1);
        await screen.PressAsync("Record: Postponed");

        Assert.EndsWith(" What you typed was not recorded: “No time left”", screen.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("has gone on meanwhile", screen.Told, StringComparison.Ordinal); // it was not left behind: it was refused, and that is said
    }

    [Fact] // two windows, two questions, in the same moment: the refusal is here before the state that explains it, and goes with the form
    public async Task Says_above_the_room_what_was_refused_when_its_place_goes_at_once()
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfChairAsync(sitting);
        screen.Answer = async _ =>
        {
            await Task.Yield();
            return new Result<ImmutableArray<MeetingEvent>>.Refused(new BallotStillOpen());
        };
        await screen.TickAsync("“Plus”");
        await screen.PressAsync("Open the ballot");
        Assert.Null(screen.Told); // it stands beside the button
        sitting.Clock.Advance(TimeSpan.FromMilliseconds(300));
        sitting.Chairs(new OpenBallot(new(Guid.NewGuid()), [Sitting.Item(1)], ["refusal"], CountsHidden: false));
        screen.Draw();

        Assert.StartsWith("A ballot is still under way", screen.Told, StringComparison.Ordinal);
        Assert.Contains("This question was put in another window, not in this one.", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_above_the_room_of_a_refusal_that_was_there_to_read()
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfChairAsync(sitting);
        screen.Answer = _ => Task.FromResult<Result<ImmutableArray<MeetingEvent>>?>(new Result<ImmutableArray<MeetingEvent>>.Refused(new BallotStillOpen()));
        await screen.TickAsync("“Plus”");
        await screen.PressAsync("Open the ballot");
        sitting.Clock.Advance(TimeSpan.FromSeconds(5));
        screen.Answer = null;
        await screen.PressAsync("Open the ballot");

        Assert.Null(screen.Told);
        Assert.DoesNotContain("another window", screen.Text, StringComparison.Ordinal); // it was put in this one
        await using var again = await Screen.OfChairAsync(sitting);
        Assert.DoesNotContain("another window", again.Text, StringComparison.Ordinal); // a page that is loaded again put nothing, and says nothing
    }

    [Fact]
    public async Task Says_a_refusal_no_longer_when_the_meeting_has_gone_on()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);
        screen.Answer = _ => Task.FromResult<Result<ImmutableArray<MeetingEvent>>?>(new Result<ImmutableArray<MeetingEvent>>.Refused(new BallotStillOpen()));
        await screen.PressAsync("Call item 1");
        Assert.Contains("A ballot is still under way", screen.Text, StringComparison.Ordinal);

        sitting.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("A ballot is still under way", screen.Text, StringComparison.Ordinal); // nothing has happened
        sitting.Try(new RaiseHand(Sitting.Person(1)), Sitting.Person(1));
        screen.Draw();
        sitting.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("A ballot is still under way", screen.Text, StringComparison.Ordinal); // there is time to read it
        sitting.Clock.Advance(TimeSpan.FromSeconds(15));
        for (var tries = 0; tries < 250 && screen.Text.Contains("A ballot is still under way", StringComparison.Ordinal); tries++)
            await Task.Delay(20); // the clock has rung; the screen is drawn in its own time
        Assert.DoesNotContain("A ballot is still under way", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_back_what_was_typed_when_the_meeting_goes_on_without_it()
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfChairAsync(sitting);
        await screen.FillAsync("textarea", "No time left", nth: 1);

        sitting.Chairs(new ConcludeItems([Sitting.Item(1)], ConclusionKind.InformationAsked, null, "the other window"));
        screen.Draw();
        Assert.Equal("The meeting has gone on meanwhile. What you typed was not recorded: “No time left”", screen.Told);

        await screen.PressAsync("Call item 2");
        await screen.FillAsync("textarea", "Not sure", nth: 1);
        await screen.TickAsync("“Plus”");
        await screen.PressAsync("Open the ballot"); // who goes on leaves it behind
        Assert.DoesNotContain("Not sure", screen.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_of_one_item_beside_the_button_of_the_next()
    {
        var sitting = new Sitting().Opened();
        await using var screen = await Screen.OfChairAsync(sitting);
        screen.Answer = async command =>
        {
            await Task.Yield();
            sitting.Chairs(new CallItem(Sitting.Item(1))).Chairs(new ConcludeItems([Sitting.Item(1)], ConclusionKind.Postponed, null, "the other window"));
            screen.Draw();
            return sitting.Try(command, Sitting.Chair);
        };

        await screen.PressAsync("Call item 1");

        Assert.Contains("Call item 2", screen.Text, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(screen.Told));
        Assert.DoesNotMatch("field-error\" role=\"alert\">\\s*<span", screen.Html);
    }
}
