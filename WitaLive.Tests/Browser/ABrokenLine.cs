using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Minutes;
using WitaLive.App.Reports;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

[Collection(Browsers.Sitting)]
public class ABrokenLine(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Is_told_calmly_in_the_readers_language_and_mended_alone_after_a_restart()
    {
        await using var app = await RunningApp.StartAsync();
        var visitor = await VisitorAsync("de", app);
        await visitor.GoAsync("/specimens");
        var (page, status) = (visitor.Page, visitor.Page.Locator("#reconnect-status"));
        await page.Locator("#name").FocusAsync();
        await page.EvaluateAsync("document.documentElement.dataset.before = ''");

        await app.StopAsync();
        await Assertions.Expect(status).ToContainTextAsync("Die Verbindung ist unterbrochen.");
        await Assertions.Expect(status).ToHaveAttributeAsync("role", "status");
        await Assertions.Expect(page.Locator("#name")).ToBeFocusedAsync();
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("frame-connection-lost", wholePage: false);

        await page.GetByRole(AriaRole.Button, new() { Name = "Drücken" }).ClickAsync();
        await Assertions.Expect(status).ToContainTextAsync("Es wurde nichts gesendet.");

        await app.StartAgainAsync();
        await Assertions.Expect(page.Locator("html[data-before]")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await visitor.ReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Drücken" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1-mal gedrückt.")).ToBeVisibleAsync();
        await Assertions.Expect(status).ToBeEmptyAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Keeps_the_page_as_it_was_when_the_server_still_knows_it()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), socket =>
        {
            sockets.Add(socket);
            socket.ConnectToServer();
        });
        await visitor.GoAsync("/specimens");

        // What is too long for one message does not break the line, nor is anything done on what stood there before.
        var (name, status) = (page.Locator("#name"), page.Locator("#reconnect-status"));
        await name.FillAsync(new string('a', 1_000_000));
        await Assertions.Expect(status).ToContainTextAsync("This text is too long to be sent.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true }).ClickAsync();
        await Assertions.Expect(name).ToBeFocusedAsync();
        await Assertions.Expect(name).ToHaveValueAsync(new string('a', 1_000_000));
        await Assertions.Expect(page.GetByText("Pressed 1 times.")).ToHaveCountAsync(0);
        await name.FillAsync("Aline");
        await Assertions.Expect(status).ToBeEmptyAsync();
        Assert.Single(sockets);

        await page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Pressed 1 times.")).ToBeVisibleAsync();

        await sockets[0].CloseAsync(new() { Code = 3001, Reason = "cut" });
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("components-reconnect-hide"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Pressed 2 times.")).ToBeVisibleAsync();
        Assert.Equal(2, sockets.Count);
    }

    [FactNeeding(Need.Chromium)]
    public async Task Is_no_matter_for_a_form_that_is_posted_which_takes_a_megabyte()
    {
        await using var app = await RunningApp.StartAsync();
        var (services, id) = (app.Services, await SweptReports.SupplyAsync(app.Services, app.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        var facts = (await services.GetRequiredService<ReportDesk>().ReadAsync(Who.With(WitaLive.App.Access.Roles.Secretariat), new(id), default))!;
        var member = facts.Meeting.NameOf(facts.Plan.Seats[1].Effective);
        var visitor = await VisitorAsync(app: app);
        await visitor.SignInAsync(member, "en");
        await visitor.GoAsync($"/meetings/{id}/report");
        var remark = "=1+1 \u202Eאב\u202C 👩\u200D🎨" + string.Concat(Enumerable.Repeat("\n" + new string('é', 999), 1_000));
        await visitor.Page.Locator("#remark-text").FillAsync(remark);
        await Assertions.Expect(visitor.Page.Locator("#reconnect-status")).ToBeEmptyAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send the remark" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByText("Your remark is kept")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Contains((await services.GetRequiredService<ReportReading>().ReadAsync(Who.With(WitaLive.App.Access.Roles.Secretariat), new(id), default))!.Remarks, one => one.Text == remark);
    }
}
