using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Room;

public class SecretariatPanelTests
{
    [Theory]
    [InlineData("en", "Attendance list"), InlineData("fr", "Liste de présence"), InlineData("nl", "Aanwezigheidslijst"), InlineData("de", "Anwesenheitsliste")]
    public async Task Lists_everyone_who_is_expected_to_sign(string language, string list)
    {
        await using var screen = await Screen.OfSecretariatAsync(new Sitting().Arrive(0), language);

        Assert.Contains(list, screen.Text, StringComparison.Ordinal);
        Assert.Contains("Anne Peeters", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Dirk Maes (2)", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Sofie Lambert", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_each_group_under_its_name_and_then_those_without_a_seat()
    {
        await using var screen = await Screen.OfSecretariatAsync(new Sitting().Arrive(0), "en");

        var headings = new[] { "Arts experts", "Unions", "Others" }.Select(h => screen.Text.IndexOf(h, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, headings);
        Assert.Equal(headings.Order(), headings);
    }

    [Fact]
    public async Task Offers_to_adjourn_where_nobody_presides_only_from_the_printed_hour_on()
    {
        var sitting = new Sitting(early: TimeSpan.FromDays(20));
        await using (var early = await Screen.OfSecretariatAsync(sitting))
            Assert.DoesNotContain("Adjourn for want", early.Text, StringComparison.Ordinal);

        sitting.Clock.Advance(TimeSpan.FromDays(20));
        await using var screen = await Screen.OfSecretariatAsync(sitting);
        Assert.Contains("Nobody presides", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Adjourn for want", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_in_and_out_on_behalf()
    {
        await using var screen = await Screen.OfSecretariatAsync(new Sitting());

        await screen.PressAsync("Sign in Anne Peeters");
        await screen.PressAsync("Sign out Anne Peeters");
        await screen.PressAsync("Online Bruno Claes");

        Assert.Equal(
            [new SignIn(Sitting.Person(0), AttendanceMode.OnSite), new SignOut(Sitting.Person(0)), new SignIn(Sitting.Person(1), AttendanceMode.Online)],
            screen.Sent);
    }

    [Fact]
    public async Task Says_who_sits_for_the_item_that_is_dealt_with()
    {
        var sitting = new Sitting().Arrive();
        sitting.Try(new SignIn(Sitting.Person(12), AttendanceMode.OnSite), Sitting.Person(12));
        sitting.Chairs(new OpenMeeting()).Chairs(new CallItem(Sitting.Item(1)));
        sitting.Try(new Recuse(Sitting.Item(1), Sitting.Person(2)), Sitting.Person(2));
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        Assert.Matches(@"Chloé Dumont [^·]*· steps aside for this item", screen.Text);
        Assert.Matches(@"Chloé Dumont \(2\) substitute · [^·]*· sits", screen.Text);
        Assert.DoesNotContain("Takes the seat", screen.Text, StringComparison.Ordinal); // for this item it is done

        sitting.Chairs(new CallItem(Sitting.Item(2)));
        screen.Draw();
        Assert.DoesNotContain("steps aside", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Takes the seat Chloé Dumont (2)", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_the_other_of_the_duo_take_the_seat()
    {
        var sitting = new Sitting().Arrive();
        sitting.Try(new SignIn(Sitting.Person(12), AttendanceMode.OnSite), Sitting.Person(12));
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        await screen.PressAsync("Takes the seat Chloé Dumont (2)");

        Assert.Equal([new TakeSeat(Sitting.Seat(2), Sitting.Person(12))], screen.Sent);
    }

    [Fact]
    public async Task Finds_a_name_without_its_accents()
    {
        await using var screen = await Screen.OfSecretariatAsync(new Sitting());

        await screen.FillAsync("input", "chloe");

        Assert.Contains("Chloé Dumont", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign in Anne Peeters", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrects_a_time_with_a_reason_and_leaves_the_other_as_it_was()
    {
        var sitting = new Sitting().Arrive(0);
        sitting.Clock.Advance(TimeSpan.FromMinutes(30.005));
        sitting.Try(new SignOut(Sitting.Person(0)), Sitting.Person(0));
        var left = sitting.Clock.GetUtcNow();
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        await screen.FillAsync("input", "13:50:00", nth: 1);
        await screen.FillAsync("input", "was at the door", nth: 3);
        await screen.PressAsync("Correct the times");

        Assert.Equal([new CorrectAttendance(Sitting.Person(0), 0, Sitting.Start.AddMinutes(-10), left, "was at the door")], screen.Sent);
        Assert.Contains("Corrected: was at the door", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enters_guests_once_each()
    {
        var sitting = new Sitting();
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        await screen.TickAsync("Person heard");
        await screen.FillAsync("input", "Marie Noël", nth: 1);
        await screen.PressAsync("Enter on the list");

        var guest = Assert.IsType<SignInGuest>(Assert.Single(screen.Sent));
        Assert.Equal(("Marie Noël", Capacity.Heard), (guest.Name, guest.Capacity));
        Assert.Contains("Sign out Marie Noël", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registers_a_proxy_before_the_start()
    {
        var sitting = new Sitting();
        sitting.Clock.Advance(TimeSpan.FromHours(-1));
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        await screen.FillAsync("select", Sitting.Seat(3).Value.ToString());
        await screen.FillAsync("select", Sitting.Person(2).Value.ToString(), nth: 1);
        await screen.PressAsync("Register the proxy");

        var proxy = Assert.IsType<ReceiveProxy>(Assert.Single(screen.Sent));
        Assert.Equal((Sitting.Seat(3), Sitting.Person(2)), (proxy.Giver, proxy.Holder));
        Assert.Contains("Dirk Maes to Chloé Dumont", screen.Text, StringComparison.Ordinal);

        // Another holder takes the place of the first: asked before.
        await screen.FillAsync("select", Sitting.Seat(3).Value.ToString());
        await screen.FillAsync("select", Sitting.Person(1).Value.ToString(), nth: 1);
        Assert.Contains("already given a proxy to Chloé Dumont", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Register the proxy");
        Assert.Single(screen.Sent);
        await screen.PressAsync("Register the proxy", nth: 1);
        Assert.Contains("Dirk Maes to Bruno Claes", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enters_a_recusal_on_the_members_word()
    {
        var sitting = new Sitting().OnItem(2);
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        await screen.FillAsync("select", Sitting.Person(1).Value.ToString(), nth: 1);
        await screen.PressAsync("Record the recusal");
        Assert.Contains("Bruno Claes, item 2. Dossier 2", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Withdraw Bruno Claes");

        Assert.Equal([new Recuse(Sitting.Item(2), Sitting.Person(1)), new WithdrawRecusal(Sitting.Item(2), Sitting.Person(1))], screen.Sent);
    }

    [Fact]
    public async Task Enters_a_vote_that_someone_else_must_confirm()
    {
        var sitting = new Sitting().Voting();
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        await screen.FillAsync("select", Sitting.Seat(3).Value.ToString());
        await screen.TickAsync("Against");
        await screen.TickAsync("By telephone");
        await screen.PressAsync("Enter the vote");

        var enter = Assert.IsType<EnterWitnessedVote>(Assert.Single(screen.Sent));
        Assert.Equal((Sitting.Seat(3), Choice.Against, VoteMeans.Telephone), (enter.Seat, enter.Choice, enter.Means));
        Assert.Contains("You entered it: someone else confirms it.", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<span>Confirm</span>", screen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_ready_for_the_next_vote_when_the_new_state_came_before_the_answer()
    {
        var sitting = new Sitting().Voting();
        await using var screen = await Screen.OfSecretariatAsync(sitting);
        screen.Answer = async command =>
        {
            var outcome = sitting.Try(command, Sitting.Secretary, isSecretariat: true);
            await Task.Yield();
            screen.Draw();
            await Task.Yield();
            return outcome;
        };

        await screen.FillAsync("select", Sitting.Seat(3).Value.ToString());
        await screen.TickAsync("Against");
        Assert.DoesNotContain("Choose the member and the vote.", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Enter the vote");

        Assert.Single(screen.Sent);
        Assert.Contains("Choose the member and the vote.", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_each_note_as_recorded()
    {
        var sitting = new Sitting().OnItem();
        await using var screen = await Screen.OfSecretariatAsync(sitting);

        await screen.FillAsync("textarea", "The chamber asks for the contract.");
        await screen.PressAsync("Record the note");

        var note = Assert.IsType<TakeNote>(Assert.Single(screen.Sent));
        Assert.Equal((Sitting.Item(1), "The chamber asks for the contract."), (note.Item!.Value, note.Text));
        Assert.Contains("Recorded 14:00:00", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adjourns_when_nobody_presides()
    {
        await using var screen = await Screen.OfSecretariatAsync(new Sitting().Arrive(1, 2, 3));

        Assert.Contains("Nobody presides", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Adjourn for want");
        await screen.PressAsync("Adjourn for want", nth: 1);

        Assert.Equal([new AdjournMeeting()], screen.Sent);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Leads_to_the_second_convocation_where_there_was_a_first(bool convened)
    {
        await using var screen = await Screen.OfSecretariatAsync(new Sitting(convened: convened).Arrive(1, 2, 3).Secretariat(new AdjournMeeting()));

        Assert.Equal(convened, screen.Text.Contains("Convene for the second time", StringComparison.Ordinal));
    }
}
