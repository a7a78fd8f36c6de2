using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Room;

/// <summary>What the chair sees before the meeting begins.</summary>
public class OpeningAMeeting
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
        Assert.Contains("second convocation, to be held on", screen.Text, StringComparison.Ordinal);
        Assert.Contains("3. Dossier 3", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Adjourn for want");
        await screen.PressAsync("Adjourn for want", nth: 1);
        Assert.Equal([new AdjournMeeting()], screen.Sent);
        Assert.Contains("The meeting is adjourned", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promises_no_second_convocation_of_what_nobody_was_convened_to()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(convened: false).Arrive(0));

        Assert.Contains("there is no second convocation", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("to be held on", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_second_failure_refers_the_items()
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(second: true).Arrive(0));

        Assert.Contains("these items are referred. They go to: enlarged chamber", screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "No convocation was sent", "Open the meeting"), InlineData("fr", "Aucune convocation n’a été envoyée", "Ouvrir la réunion")]
    [InlineData("nl", "is geen oproeping verstuurd", "De vergadering openen"), InlineData("de", "keine Einberufung verschickt", "Die Sitzung eröffnen")]
    public async Task Asks_first_when_nobody_was_convened_and_then_opens_all_the_same(string language, string warning, string open)
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(convened: false).Arrive(), language);

        Assert.Contains(warning, screen.Text, StringComparison.Ordinal);
        await screen.PressAsync(open);
        Assert.Empty(screen.Sent);
        await screen.PressAsync(open, nth: 1);

        Assert.Equal([new OpenMeeting()], screen.Sent);
    }

    [Fact]
    public async Task Asks_before_the_hour_and_no_more_once_it_has_come()
    {
        var sitting = new Sitting(early: TimeSpan.FromMinutes(5)).Arrive();
        await using var screen = await Screen.OfChairAsync(sitting);
        Assert.Contains("It is not yet 14:05", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Open the meeting");
        Assert.Empty(screen.Sent);

        sitting.Clock.Advance(TimeSpan.FromMinutes(5));
        await using var later = await Screen.OfChairAsync(sitting);
        Assert.DoesNotContain("It is not yet", later.Text, StringComparison.Ordinal);
        await later.PressAsync("Open the meeting");
        Assert.Equal([new OpenMeeting()], later.Sent);
    }

    [Theory]
    [InlineData("en", "The meeting is for Sunday 29 November 2026, not for today"), InlineData("fr", "La réunion est prévue le dimanche 29 novembre 2026, et non aujourd’hui")]
    [InlineData("nl", "De vergadering is voor zondag 29 november 2026, niet voor vandaag"), InlineData("de", "Die Sitzung ist für Sonntag, 29. November 2026 angesetzt")]
    public async Task Says_the_day_when_it_is_another_one(string language, string warning)
    {
        await using var screen = await Screen.OfChairAsync(new Sitting(early: TimeSpan.FromDays(3)).Arrive(), language);

        Assert.Contains(warning, screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("It is not yet", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_to_adjourn_only_from_the_printed_hour_on()
    {
        var sitting = new Sitting(early: TimeSpan.FromMinutes(5)).Arrive(0);
        await using (var early = await Screen.OfChairAsync(sitting))
            Assert.DoesNotContain("Adjourn for want", early.Text, StringComparison.Ordinal);

        sitting.Clock.Advance(TimeSpan.FromMinutes(5));
        await using var screen = await Screen.OfChairAsync(sitting);
        Assert.Contains("Adjourn for want", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_agenda_is_empty_before_and_after_and_never_that_all_is_concluded()
    {
        await using var before = await Screen.OfChairAsync(new Sitting(items: 0).Arrive());
        Assert.Contains("There is nothing on the agenda: nothing can be put to the vote", before.Text, StringComparison.Ordinal);

        await using var after = await Screen.OfChairAsync(new Sitting(items: 0).Opened());
        Assert.Contains("There is nothing on the agenda", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("All items are concluded", after.Text, StringComparison.Ordinal);
    }
}
