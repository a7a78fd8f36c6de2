using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Live;
using static Microsoft.Playwright.Assertions;
using static WitaLive.Tests.Browser.ASittingChamber;

namespace WitaLive.Tests.Browser;

/// <summary>A member with two tabs whose line goes and comes: whatever the server still remembers, both end on the right screen alone.</summary>
[Collection(Browsers.Sitting)]
public sealed class AwayForAWhile(Browsers browsers) : BrowserTest(browsers)
{
    private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> _lines = [];
    private bool _isAway;

    [TheoryNeeding(Need.Chromium)]
    [InlineData(600_000, 600_000)] // a tunnel: the server keeps the circuit
    [InlineData(1, 600_000)] // a laptop closed for ten minutes: the circuit is gone, its state is not
    [InlineData(1, 1)] // overnight: nothing is left
    public async Task Comes_back_to_what_is_recorded(int circuitKept, int stateKept)
    {
        await using var app = await RunningApp.StartAsync(web => web.ConfigureTestServices(services => services.Configure<CircuitOptions>(circuits =>
        {
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(circuitKept);
            circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMilliseconds(stateKept);
        })));
        var chamber = await InAsync(app);
        var visitor = await VisitorAsync("en", app, mayComplain: true);
        await visitor.Context.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), Connect);
        await visitor.SignInAsync(chamber.NameOf(1), "en");
        var tabs = new[] { visitor.Page, await visitor.Context.NewPageAsync() };
        foreach (var tab in tabs)
        {
            await tab.GotoAsync(chamber.Path.TrimStart('/'));
            await tab.Locator("main[data-page='live']").WaitForAsync();
        }
        await tabs[0].Locator(".vote-choice.vote-for").PressAsync("Enter");
        foreach (var tab in tabs)
            await Expect(Status(tab)).ToHaveTextAsync(Recorded);

        var chair = stateKept == 1 ? await TypingAsync(app, chamber) : null;

        await GoAwayAsync(visitor);
        await chamber.VoteAsync(2);
        await chamber.VoteAsync(3);
        if (circuitKept == 1)
            await NobodyWatchesAsync(chamber.Room);
        await ComeBackAsync(visitor);
        if (chair is not null)
        {
            await chair.Page.Locator("html:not([data-before]) main[data-page='live']").WaitForAsync(); // the browser puts it into what it shows first, which is not the field that is lived with
            await Expect(chair.Page.Locator("#reason-Annul")).ToHaveValueAsync("The wrong question");
        }

        foreach (var tab in tabs)
        {
            await Expect(Turnout(tab)).ToHaveTextAsync("3 of 6 voted", new() { Timeout = 30_000 });
            await Expect(Status(tab)).ToHaveTextAsync(Recorded);
            await Expect(tab.Locator("#reconnect-status")).ToBeEmptyAsync();
        }
        foreach (var tab in tabs)
            await tab.Locator("main[data-page='live']").WaitForAsync();
        await tabs[1].Locator(".vote-choice.vote-against").PressAsync("Enter"); // the screen is alive, and not only a picture of it
        foreach (var tab in tabs)
            await Expect(Status(tab)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\s*Your vote is recorded: against, "));
        Assert.Equal(3, chamber.Room.Meeting.Ballot!.Votes.Count);

        // What a reload shows first, before any script runs, says whether the vote is recorded.
        var first = await visitor.Context.APIRequest.GetAsync(new Uri(app.Address, chamber.Path).ToString());
        Assert.Contains("Your vote is recorded", await first.TextAsync(), StringComparison.Ordinal);
    }

    // The chair, in the middle of a sentence.
    private async Task<Visitor> TypingAsync(RunningApp app, ASittingChamber chamber)
    {
        var chair = await VisitorAsync("en", app, mayComplain: true);
        await chair.Context.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), Connect);
        await chair.SignInAsync(chamber.Room.Meeting.NameOf(chamber.Room.Meeting.InTheChair!.Person), "en");
        await chair.GoAsync(chamber.Path.TrimStart('/'));
        await chair.Page.Locator("details:has(#reason-Annul) > summary").ClickAsync();
        await chair.Page.Locator("#reason-Annul").FillAsync("The wrong question");
        await chair.Page.EvaluateAsync("document.documentElement.dataset.before = ''");
        return chair;
    }

    // The thread is given back between two looks: the lines to be cut are cut by the same program.
    private static async Task NobodyWatchesAsync(MeetingRoom room)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (room.Feed.Watchers > 0)
            await look.WaitForNextTickAsync(patience.Token);
    }

    private void Connect(IWebSocketRoute page)
    {
        if (_isAway)
        {
            _ = page.CloseAsync(new() { Code = 3001, Reason = "away" });
            return;
        }
        _lines.Add((page, page.ConnectToServer()));
    }

    private async Task GoAwayAsync(Visitor visitor)
    {
        _isAway = true;
        await visitor.Context.SetOfflineAsync(true);
        foreach (var (page, server) in _lines)
        {
            await server.CloseAsync(new() { Code = 3001, Reason = "away" });
            await page.CloseAsync(new() { Code = 3001, Reason = "away" });
        }
        _lines.Clear();
    }

    private async Task ComeBackAsync(Visitor visitor)
    {
        _isAway = false;
        await visitor.Context.SetOfflineAsync(false);
    }
}
