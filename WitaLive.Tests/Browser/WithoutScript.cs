using Microsoft.Playwright;

namespace WitaLive.Tests.Browser;

public class WithoutScript(Browsers browsers) : BrowserTest(browsers)
{
    private readonly Browsers _browsers = browsers;

    [FactNeeding(Need.Chromium)]
    public async Task The_public_reads_searches_and_works_out()
    {
        await using var context = await _browsers.Chromium.NewContextAsync(new() { BaseURL = App.Address.ToString(), JavaScriptEnabled = false, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        foreach (var route in new[] { "", "attestation", "amateur", "sittings", "genuine", "privacy", "accessibility", "cadastre", "principles", "figures", "check" })
        {
            await page.GotoAsync(route);
            await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        }

        await page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Amateur arts" }).ClickAsync();
        await page.GetByLabel("Days in the year").FillAsync("31");
        await page.GetByLabel("Indemnity a day").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Work it out" }).ClickAsync();
        await Assertions.Expect(page.GetByText("More than 30 days in the year.")).ToBeVisibleAsync();

        await page.GotoAsync("attestation");
        await page.Locator("input[name=core]").First.FillAsync("13546,01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Work it out" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("plus");

        await page.GotoAsync("cadastre");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("painter");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Painter" }).First).ToBeVisibleAsync();

        await page.GotoAsync("check");
        await page.Locator("#code").FillAsync("0000000000000000");
        await page.Locator("#code").PressAsync("Enter");
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Deutsch" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
    }

    [FactNeeding(Need.Chromium)]
    public async Task The_simulators_say_the_same_as_with_script()
    {
        var (without, with) = (await WorkOutAsync(withScript: false), await WorkOutAsync(withScript: true));

        Assert.Equal(with, without);
        Assert.Contains("plus", without.Points, StringComparison.Ordinal);
        Assert.Contains("20 April 2024", without.Due.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private async Task<(string Points, string Due)> WorkOutAsync(bool withScript)
    {
        await using var context = await _browsers.Chromium.NewContextAsync(new() { BaseURL = App.Address.ToString(), JavaScriptEnabled = withScript, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        await OpenAsync("simulators/eligibility");
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("Enter an income");
        await page.Locator("#filing-on").FillAsync("2026-11-23");
        await page.Locator("#year-0").FillAsync("2025");
        await page.Locator("#amount-0").FillAsync("3,000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a line" }).ClickAsync();
        await page.Locator("#year-1").FillAsync("2021");
        await page.Locator("#amount-1").FillAsync("10546.01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a line" }).ClickAsync();
        await page.Locator("#amount-2").FillAsync("99");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove line 3" }).ClickAsync();
        await Assertions.Expect(page.Locator("#amount-2")).ToHaveCountAsync(0);
        await page.Locator("#performances").FillAsync("4");
        await page.Locator("#performances").PressAsync("Enter");
        if (!withScript)
            await page.WaitForURLAsync("**performances=4**"); // what was there before says something else
        await Assertions.Expect(page.Locator("#amount-1")).ToBeVisibleAsync(); // the enter key removes nothing
        var points = await page.Locator(".verdict").InnerTextAsync();

        await OpenAsync("simulators/deadline");
        await page.Locator("#complete-on").FillAsync("2024-01-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a pause" }).ClickAsync();
        await page.Locator("#from-0").FillAsync("2024-02-01");
        await page.Locator("#to-0").FillAsync("2024-02-10");
        await page.Locator("#to-0").PressAsync(withScript ? "Tab" : "Enter");
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("April");
        var due = await page.Locator(".verdict").InnerTextAsync();

        // An empty chair, and a vote against; in the second formation there are.
        await OpenAsync("simulators/quorum");
        await page.Locator("#formation").SelectOptionAsync("enlarged");
        if (!withScript)
            await WorkItOutAsync();
        await page.Locator("#experts").FillAsync("4");
        if (!withScript)
            await WorkItOutAsync();
        await Assertions.Expect(page.Locator("#experts")).ToHaveValueAsync("4");
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("not reached"); // with script the answer comes a moment after the field
        var quorum = await page.Locator(".verdict").InnerTextAsync();
        await OpenAsync("simulators/decision");
        await page.Locator("#experts-for").FillAsync("2");
        await page.Locator("#experts-against").FillAsync("1");
        if (!withScript)
            await WorkItOutAsync();
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("✕");
        return ($"{points} {quorum} {await page.Locator(".verdict").InnerTextAsync()}", due);

        Task WorkItOutAsync() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Work it out" }).Last.ClickAsync();

        async Task OpenAsync(string route)
        {
            await page.GotoAsync(route);
            if (withScript)
                await Assertions.Expect(page.Locator("main[data-page='live']")).ToBeVisibleAsync();
        }
    }
}
