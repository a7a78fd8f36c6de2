using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WitaLive.Tests.Browser;

public class TheFrame(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Speaks_the_language_chosen_and_stays_on_the_page()
    {
        var visitor = await VisitorAsync("fr");
        await visitor.GoAsync("/specimens?page=2");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Éléments et états");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Nederlands" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Onderdelen en toestanden");
        await visitor.ReadyAsync();

        Assert.EndsWith("/specimens?page=2", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Drukken" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("1 keer gedrukt.")).ToBeVisibleAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Keeps_what_was_typed_when_the_language_is_changed_in_the_middle()
    {
        var visitor = await VisitorAsync("fr");
        await visitor.SignInAsync("Bram Haeseldonckx", "fr");
        await visitor.GoAsync("/amateurs");
        var (page, name) = (visitor.Page, visitor.Page.Locator("#name"));
        await page.Locator("details:has(#name) > summary").ClickAsync();
        await name.FillAsync("Ysaline Grosdent");

        await page.GetByRole(AriaRole.Link, new() { Name = "Nederlands" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "nl");
        await Assertions.Expect(name).ToHaveValueAsync("Ysaline Grosdent");
        await Assertions.Expect(name).ToBeVisibleAsync();

        // And the page knows of it: what is sent is what stands there.
        await page.Locator("#since").FillAsync("2026-01-05");
        await page.Locator("details:has(#name) button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Ysaline Grosdent" })).ToBeVisibleAsync();

        await visitor.GoAsync("/amateurs"); // and only once
        await Assertions.Expect(name).ToHaveValueAsync("");
    }

    [FactNeeding(Need.Chromium)]
    public async Task Puts_what_does_not_fit_under_headings_that_open_and_close()
    {
        var visitor = await VisitorAsync(width: 390, height: 844);
        await visitor.SignInAsync(PlanningInTheBrowser.Secretary, "nl");
        await visitor.GoAsync("/not-there"); // nothing to press lies half hidden below the list
        var heading = visitor.Page.Locator(".main-nav summary", new() { HasText = "Behandeling" });
        var link = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Opschortingen en nietigverklaringen" });
        await Assertions.Expect(link).ToBeHiddenAsync();

        await heading.PressAsync("Enter");
        await Assertions.Expect(link).ToBeVisibleAsync();
        await visitor.HasNoBarriersAsync();
        await visitor.FitsAsync();
        await visitor.PictureAsync("menu", wholePage: false);
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeHiddenAsync();
        await Assertions.Expect(heading).ToBeFocusedAsync();

        await heading.ClickAsync();
        await Assertions.Expect(link).ToBeVisibleAsync();
        await visitor.Page.Locator("footer p").ClickAsync();
        await Assertions.Expect(link).ToBeHiddenAsync();

        await heading.ClickAsync();
        await link.ClickAsync();
        await visitor.ArrivesAtAsync(new("/measures$"));
        await Assertions.Expect(link).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Page.Locator(".main-nav details:has(a.active) > summary")).ToHaveTextAsync("Behandeling");
    }

    [FactNeeding(Need.Chromium)]
    public async Task A_picture_without_words_is_found()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/");
        await visitor.HasNoBarriersAsync();
        await visitor.Page.EvaluateAsync("() => { document.querySelector('main').append(new Image()); }");
        var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visitor.HasNoBarriersAsync);
        Assert.Contains("image-alt", found.Message, StringComparison.Ordinal);
    }

    [FactNeeding(Need.Chromium)]
    public async Task Asks_before_what_cannot_be_undone_and_gives_the_focus_back()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/specimens");
        var close = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Close the meeting" });
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Close the meeting?" });

        await close.First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeFocusedAsync();
        await visitor.HasNoBarriersAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(close.First).ToBeFocusedAsync();

        await visitor.Page.Keyboard.PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the meeting" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("The meeting is closed.")).ToBeVisibleAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Says_what_was_done_once_and_not_again_when_the_page_is_loaded_again()
    {
        var visitor = await VisitorAsync();
        await visitor.SignInAsync("Aline Delvausart");
        await visitor.GoAsync("/account");
        await visitor.Page.Locator("#language").SelectOptionAsync("en");
        await visitor.Page.Locator("form:has(#language) button[type=submit]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".notice-done")).ToBeVisibleAsync();
        await visitor.ReadyAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/account$"));

        await visitor.Page.ReloadAsync();
        await visitor.ReadyAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".notice-done")).ToHaveCountAsync(0);
    }

    [FactNeeding(Need.Chromium)]
    public async Task Begins_a_page_at_its_heading_unless_its_reader_was_faster()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        var (held, arrives) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), browser =>
        {
            var server = browser.ConnectToServer();
            server.OnMessage(async message =>
            {
                if (message.Binary is { } bytes && bytes.AsSpan().IndexOf("focusHeading"u8) >= 0)
                {
                    held.TrySetResult();
                    await arrives.Task;
                }
                if (message.Binary is { } binary)
                    browser.Send(binary);
                else
                    browser.Send(message.Text!);
            });
        });

        await visitor.GoAsync("/specimens");
        await page.Locator("#name").FocusAsync();
        await held.Task.WaitAsync(TimeSpan.FromSeconds(15));
        arrives.SetResult();
        await page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true }).DispatchEventAsync("click"); // moves no focus
        await Assertions.Expect(page.GetByText("Pressed 1 times.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#name")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "WitaLive" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync("Parts and states");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Keeps_a_fault_to_its_panel()
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync("/specimens");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Let it fail" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "This part could not be shown" })).ToBeVisibleAsync();
        await visitor.HasNoBarriersAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Pressed 1 times.")).ToBeVisibleAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Refuses_and_counts_a_script_written_into_a_page()
    {
        await using var app = await RunningApp.StartAsync();
        var visitor = await VisitorAsync(app: app, mayComplain: true);
        await visitor.GoAsync("/");

        var reported = visitor.Page.WaitForRequestFinishedAsync(new() { Predicate = request => request.Url.EndsWith("/csp-reports", StringComparison.Ordinal) });
        await visitor.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.bitten = true\">')");
        await reported;

        Assert.False(await visitor.Page.EvaluateAsync<bool>("'bitten' in window"));
        Assert.True(app.CspViolations > 0);
        Assert.NotEmpty(visitor.Faults);
    }

    [FactNeeding(Need.Chromium)]
    public async Task Says_that_an_address_does_not_exist_whatever_is_sent_there()
    {
        using var client = new HttpClient { BaseAddress = App.Address };
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, "no-such-page");
            using var response = await client.SendAsync(request);
            Assert.Equal((method, HttpStatusCode.NotFound), (method, response.StatusCode));
            Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [FactNeeding(Need.Chromium)]
    public async Task Lets_no_other_site_in()
    {
        using var client = new HttpClient { BaseAddress = App.Address };
        foreach (var origin in new[] { "http://evil.example", "null", "http://localhost", "https://localhost.evil.example", $"https://localhost:{App.Address.Port}", "http://127.0.0.1" })
            foreach (var path in new[] { "_blazor/negotiate?negotiateVersion=1", "hubs/display/negotiate", "csp-reports" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "Origin", origin } } };
                using var response = await client.SendAsync(request);
                Assert.Equal((origin, path, HttpStatusCode.Forbidden), (origin, path, response.StatusCode));
            }
    }
}
