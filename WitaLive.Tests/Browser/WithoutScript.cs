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
}
