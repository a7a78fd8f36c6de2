using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Live;
using WitaLive.Domain.Meetings;
using static Microsoft.Playwright.Assertions;
using static WitaLive.Tests.Browser.ASittingChamber;

namespace WitaLive.Tests.Browser;

/// <summary>The program itself, killed in the middle of a ballot by its number as a power cut would, and started again.</summary>
[Collection(Browsers.Sitting)]
public sealed class AServerKilled(Browsers browsers) : BrowserTest(browsers)
{
    // What a page sends then gets lost on its way.
    private volatile bool _isDeaf;

    [FactNeeding(Need.Chromium)]
    public async Task Loses_no_vote_it_showed_and_doubles_none_and_everyone_comes_back_alone()
    {
        await using var app = await RunningApp.StartAsync();
        var chamber = await InAsync(app);
        var (address, data) = (app.Address.ToString().TrimEnd('/'), app.DataDirectory);
        await app.StopAsync();
        await using (var first = await ServerProcess.StartAsync("--urls", address, "--Data:Directory", data))
        {
            var (desk, phone) = (await MemberAsync(app, chamber, 1), await MemberAsync(app, chamber, 3, 320));
            await VoteAsync(desk.Page);
            await Expect(Status(desk.Page)).ToHaveTextAsync(Recorded);

            // What leaves the page and reaches nobody is said, while the page waits and when it begins anew; what was recorded stands.
            var line = desk.Page.Locator(".vote-line");
            await Expect(line).ToBeEmptyAsync();
            _isDeaf = true;
            await desk.Page.Locator(".vote-choice.vote-against").PressAsync("Enter");
            await Expect(line).ToHaveTextAsync("Not recorded yet: the line is slow or broken.");
            _isDeaf = false;
            await desk.Page.ReloadAsync();
            await Expect(line).ToContainTextAsync("it was not recorded. What stands above is");
            await Expect(Status(desk.Page)).ToHaveTextAsync(Recorded);
            await desk.HasNoBarriersAsync();

            // The phone's vote leaves as the server dies: no screen may say more than the disk has.
            await Task.WhenAll(phone.Page.Locator(".vote-choice.vote-for").PressAsync("Enter"), first.KillAsync());
            await Expect(desk.Page.Locator("#reconnect-status")).ToContainTextAsync("connection");
            foreach (var page in new[] { desk.Page, phone.Page })
                await page.EvaluateAsync("document.documentElement.dataset.before = ''");

            await using var second = await ServerProcess.StartAsync("--urls", address, "--Data:Directory", data);
            await Expect(Status(desk.Page)).ToHaveTextAsync(Recorded, new() { Timeout = 30_000 });
            foreach (var visitor in new[] { desk, phone })
            {
                await Expect(visitor.Page.Locator("html[data-before]")).ToHaveCountAsync(0, new() { Timeout = 30_000 }); // it began anew by itself
                await visitor.ReadyAsync();
            }
            await VoteAsync(phone.Page);
            await Expect(Status(phone.Page)).ToHaveTextAsync(Recorded);
            await Expect(Turnout(desk.Page)).ToHaveTextAsync("2 of 6 voted");
            await second.KillAsync();
        }

        await app.StartAgainAsync();
        await chamber.AgainInAsync(app);
        Assert.Equal(2, chamber.Room.Meeting.Ballot!.Votes.Count);
        var votes = new List<VoteCast>();
        await foreach (var (_, happened) in app.Services.GetRequiredService<MeetingJournal>().EventsAsync(chamber.Room.Id, 0))
            if (happened is VoteCast vote)
                votes.Add(vote);
        // The desk's vote stands there once. The phone's first one may have reached the disk; what came later is a change of it.
        Assert.Single(votes, v => v.Seat == chamber.Room.Meeting.Plan!.Seats[1].Id);
        Assert.InRange(votes.Count, 2, 3);
        Assert.Equal(votes.Count, votes.Select(v => v.Id).Distinct().Count());
    }

    private static Task VoteAsync(IPage page) => page.Locator(".vote-choice.vote-for").PressAsync("Enter");

    private async Task<Visitor> MemberAsync(RunningApp app, ASittingChamber chamber, int seat, int width = 1280)
    {
        var visitor = await VisitorAsync(app.Address, "en", width, mayComplain: true);
        await visitor.SignInAsync(chamber.NameOf(seat), "en");
        await visitor.Page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(message =>
            {
                if (_isDeaf)
                    return;
                if (message.Binary is { } bytes)
                    server.Send(bytes);
                else
                    server.Send(message.Text!);
            });
        });
        await visitor.GoAsync(chamber.Path);
        await Expect(Status(visitor.Page)).ToHaveTextAsync("You have not voted yet.");
        return visitor;
    }
}
