using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

public sealed partial class TheStory
{
    private IPage _screen = null!;

    private TheStoryGuest Chair => _members[0];

    private async Task RestrictedChamberAsync(string room, string display)
    {
        await TheyComeAsync(room, display);
        await OneFileAsync();
        await BlockAsync();
        await QuorumAsync();
        await RecusalAsync();
        await NoUnanimityAsync();
        await UndoneAsync();
        await ClosedAsync();
    }

    private async Task TheyComeAsync(string room, string display)
    {
        await _secretary.SignListAsync(room);
        _screen = await _secretary.Visitor.Context.NewPageAsync();
        await _screen.SetViewportSizeAsync(1920, 1080);
        await _screen.GotoAsync(new Uri(display).PathAndQuery.TrimStart('/'));
        await Expect(_screen.Locator(".display-quorum").First).ToHaveClassAsync(new Regex("missing"));
        await ScreenAsync("15-screen-empty");
        await Chair.SignListAsync(room);
        await Chair.SeeAsync("16-chair-waits");
        await Task.WhenAll(_members.Skip(1).Take(2).Select(m => m.SignListAsync(room, isOnline: true)));
        await Task.WhenAll(_members.Skip(3).Select(m => m.SignListAsync(room)));
        await Expect(_screen.Locator(".display-quorum.missing")).ToHaveCountAsync(0);
        await Chair.SeeAsync("17-chair-may-open");
        await TheHourComesAsync(Chair);
        await Chair.PresideAsync("Ouvrir la réunion");
        await Expect(_members[5].Page.Locator(".room-item .empty")).ToBeVisibleAsync();
    }

    // Before it the chair is warned; the warning goes by itself.
    private async Task TheHourComesAsync(TheStoryGuest presider)
    {
        var early = presider.Page.Locator(".stage .beware");
        await Expect(early).ToContainTextAsync("Il n’est pas encore 14");
        _clock.PutForward(TimeSpan.FromMinutes(15));
        await Expect(early).ToHaveCountAsync(0);
    }

    private async Task OneFileAsync()
    {
        await CallAsync(1);
        await Chair.SeeAsync("18-chair-item");
        await Chair.PutToTheVoteAsync();
        await Task.WhenAll(_members.Take(4).Select(m => m.VoteAsync("for")));
        await _members[5].VoteAsync("for");
        await Chair.SeeAsync("19-chair-voting");
        await _members[5].SeeAsync("20-phone-voted", wholePage: false);
        await _members[2].SeeAsync("21-dark-german-voted");
        await _secretary.SeeAsync("22-secretary-voting");
        await Expect(_screen.Locator(".display-ballot .question").First).ToContainTextAsync("Mis aux voix");
        await ScreenAsync("23-screen-voting");
        await _members[4].VoteAsync("for");
        await CloseBallotAsync();
        await Chair.SeeAsync("24-chair-concludes");
        await Expect(_members[3].Page.Locator("#result-title")).ToHaveTextAsync("Aangenomen: attest “plus”");
        await ConcludeAsync("Acter :");
    }

    private async Task BlockAsync()
    {
        await Chair.UnfoldAsync("Voter plusieurs dossiers en bloc");
        var block = Chair.Page.Locator("details.block");
        await block.Locator("input[type=checkbox]").Nth(0).CheckAsync();
        await block.Locator("input[type=checkbox]").Nth(1).CheckAsync();
        await block.Locator("input[type=checkbox]").Nth(2).CheckAsync();
        await block.Locator("input[type=radio]").First.CheckAsync();
        await Chair.SeeAsync("25-chair-block");
        await Chair.PresideAsync("Ouvrir un seul vote sur 3 dossiers");
        await _members[4].Page.GetByRole(AriaRole.Button, new() { NameRegex = new("3") }).And(_members[4].Page.Locator(".room-item .block button:not(.plain)")).ClickAsync();
        await Expect(_members[0].Page.Locator(".room-item .block li")).ToHaveCountAsync(2);
        await Expect(_screen.Locator(".display-item").First).ToContainTextAsync("Un seul vote sur les points");
        await EveryoneVotesAsync();
        await ScreenAsync("26-screen-block");
        await _members[4].SeeAsync("26-english-block");
        await CloseBallotAsync();
        await ConcludeAsync("Acter pour 2 dossiers");
    }

    private async Task QuorumAsync()
    {
        await CallAsync(3);
        await Chair.PutToTheVoteAsync();
        await _members[0].VoteAsync("for");
        await _members[3].VoteAsync("for");
        await LeaveAsync(_members[3]);
        await Expect(_members[4].Page.Locator(".rule-sentence")).ToContainTextAsync("5 seats");
        await LeaveAsync(_members[4], asked: true);
        await Task.WhenAll(_members.Append(_secretary).Select(m => Expect(m.Page.Locator(".ballot-suspended")).ToBeVisibleAsync()));
        await Expect(_screen.Locator(".display-quorum.missing").First).ToBeVisibleAsync();
        await Chair.SeeAsync("28-chair-suspended");
        await _members[5].SeeAsync("29-phone-suspended", wholePage: false);
        await _members[2].SeeAsync("30-dark-german-suspended");
        await ScreenAsync("31-screen-suspended");
        await _members[4].SignAgainAsync();
        await Chair.PresideAsync("Reprendre le vote");
        await _members[3].SignAgainAsync();
        await EveryoneVotesAsync();
        await CloseBallotAsync();
        await ConcludeAsync("Acter :");
    }

    private async Task RecusalAsync()
    {
        await CallAsync(5);
        await _substitute.SignListAsync(new Uri(Chair.Page.Url).ToString());
        await Expect(_members[1].Page.Locator(".room-item .item-above")).ToContainTextAsync("Point 5");
        await _members[1].ConfirmAsync("J’ai un conflit d’intérêts");
        await Expect(_members[1].Page.Locator(".recused-note")).ToBeVisibleAsync();
        await _members[1].SeeAsync("32-recused");
        await Chair.PutToTheVoteAsync();
        await Task.WhenAll(_members.Where(m => m != _members[1]).Take(3).Append(_substitute).Select(m => m.VoteAsync("for")));
        await Task.WhenAll(_members.Skip(4).Select(m => m.VoteAsync("for")));
        await _substitute.SeeAsync("33-substitute-voted");
        await Expect(_members[1].Page.Locator(".vote-choice")).ToHaveCountAsync(0);
        await CloseBallotAsync();
        await ConcludeAsync("Acter :");
    }

    private async Task NoUnanimityAsync()
    {
        await CallAsync(6);
        await Expect(_members[3].Page.Locator(".room-agenda [aria-current=step]")).ToBeInViewportAsync();
        await Chair.PutToTheVoteAsync();
        await _members[3].VoteAsync("against");
        await EveryoneVotesAsync(except: _members[3]);
        await Chair.SeeAsync("34-chair-not-unanimous");
        await CloseBallotAsync();
        await _members[3].SeeAsync("35-dutch-not-unanimous");
        await ScreenAsync("36-screen-not-carried");
        await ConcludeAsync("Acter : renvoi, chambre élargie");
    }

    private async Task UndoneAsync()
    {
        await CallAsync(7);
        await Chair.PutToTheVoteAsync();
        await EveryoneVotesAsync();
        await CloseBallotAsync();
        await ConcludeAsync("Acter :");
        await Chair.PresideAsync(Chair.Page.Locator(".conclusion", new() { HasText = "7." }).GetByRole(AriaRole.Button));
        await Expect(Chair.Page.Locator(".due")).ToBeVisibleAsync();
        await Chair.SeeAsync("37-chair-undone");
        await ConcludeAsync("Acter :");
    }

    private async Task ClosedAsync()
    {
        await Chair.SeeAsync("38-chair-all-done");
        await Chair.UnfoldAsync("Suspendre ou clore la réunion");
        await Chair.ConfirmAsync("Clore la réunion");
        await Expect(_members[5].Page.Locator(".room-item")).ToContainTextAsync("La réunion est levée");
        await Chair.SeeAsync("39-chair-closed");
        await _members[5].SeeAsync("40-phone-closed", wholePage: false);
        await ScreenAsync("41-screen-closed");
    }

    private async Task CallAsync(int number)
    {
        await Chair.PresideAsync($"Appeler le point {number}");
        await Expect(Chair.Page.Locator(".room-item .item-above")).ToContainTextAsync($"Point {number}");
    }

    private async Task EveryoneVotesAsync(TheStoryGuest? except = null)
    {
        foreach (var some in _members.Where(m => m != except).Chunk(3))
            await Task.WhenAll(some.Select(m => m.VoteAsync("for")));
    }

    private async Task CloseBallotAsync()
    {
        await Chair.PresideAsync("Clôturer le vote");
        await Task.WhenAll(_members.Select(m => Expect(m.Page.Locator("#result-title")).ToBeVisibleAsync()));
    }

    private async Task ConcludeAsync(string button)
    {
        await Chair.PresideAsync(Chair.Page.Locator(".due").GetByRole(AriaRole.Button, new() { Name = button }));
        await Expect(Chair.Page.Locator(".due")).ToHaveCountAsync(0);
    }

    private static async Task LeaveAsync(TheStoryGuest member, bool asked = false)
    {
        await member.Page.Locator(".my-presence .actions > button").ClickAsync();
        if (asked)
        {
            await Expect(member.Page.Locator(".leave-question")).ToBeVisibleAsync();
            await member.SeeAsync("27-leaving-breaks-quorum");
            await member.Page.Locator(".leave-question button.danger").ClickAsync();
        }
        await Expect(member.Page.Locator(".sign-in")).ToBeVisibleAsync();
    }

    // The big screen of the meeting the secretary is at, once it shows what has happened; nothing of it may be cut.
    private async Task ScreenAsync(string picture)
    {
        await Expect(_screen.Locator("body")).ToHaveAttributeAsync("data-version", $"{TheStoryGuest.RoomVersion(_app, _secretary.Page.Url)}");
        await Visitor.PictureAsync(_screen, $"story/{picture}", wholePage: false);
        Assert.True(await _screen.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"), picture);
    }
}
