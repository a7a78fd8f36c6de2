using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

/// <summary>Drawn by the server, while the script that makes it answer is still on its way.</summary>
public class APageThatIsNotReadyYet(Browsers browsers) : BrowserTest(browsers)
{
    private readonly TaskCompletionSource _arrives = new();

    [FactNeeding(Need.Chromium)]
    public async Task Takes_no_click_and_no_key_shows_it_and_then_answers()
    {
        var visitor = await StartingAsync();
        var press = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true });
        var name = visitor.Page.Locator("#name");
        var language = visitor.Page.Locator("#language-choice");
        var chosen = await language.InputValueAsync();

        await Expect(press).ToHaveCSSAsync("opacity", "0.45");
        await Expect(name).ToBeDisabledAsync(); // also to what types no key
        await Expect(language).ToBeDisabledAsync();
        await press.ClickAsync(new() { Force = true });
        await press.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Space");
        await name.FocusAsync();
        await visitor.Page.Keyboard.TypeAsync("Aline");
        await language.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Locator("input[type='checkbox']").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Space");

        Assert.Equal("starting", await visitor.Page.Locator("main").GetAttributeAsync("data-page"));
        await Expect(name).ToHaveValueAsync("");
        await Expect(language).ToHaveValueAsync(chosen);
        await Expect(visitor.Page.Locator("input[type='checkbox']")).Not.ToBeCheckedAsync();
        Assert.Contains("The connection is being made", await visitor.Page.EvaluateAsync<string>(
            "getComputedStyle(document.querySelector('main'), '::after').content"), StringComparison.Ordinal);

        _arrives.SetResult();
        await visitor.ReadyAsync();
        await Expect(press).ToHaveCSSAsync("opacity", "1");
        await Expect(language).ToBeEnabledAsync();
        await name.FillAsync("Aline");
        await press.ClickAsync();
        await Expect(visitor.Page.GetByText("Pressed 1 times.")).ToBeVisibleAsync();
        Assert.Equal("none", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main'), '::after').content"));
    }

    [FactNeeding(Need.Chromium)]
    public async Task Lets_its_links_lead_on()
    {
        var visitor = await StartingAsync();

        await visitor.Page.Locator("main a[rel='next']").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Page).ToHaveURLAsync(new Regex(@"/specimens\?page=3$"));
        _arrives.SetResult();
        await visitor.ReadyAsync();
    }

    // The page is there and stays as it was drawn until the script arrives.
    private async Task<Visitor> StartingAsync()
    {
        var visitor = await VisitorAsync();
        await visitor.Page.RouteAsync("**/_framework/blazor.web*.js", async route =>
        {
            await _arrives.Task;
            await route.ContinueAsync();
        });
        await visitor.Page.GotoAsync("specimens", new() { WaitUntil = WaitUntilState.Commit });
        await visitor.Page.Locator("main[data-page='starting']").WaitForAsync();
        return visitor;
    }
}
