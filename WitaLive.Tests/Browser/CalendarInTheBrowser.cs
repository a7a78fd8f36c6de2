using Microsoft.Playwright;

namespace WitaLive.Tests.Browser;

public class CalendarInTheBrowser(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Sets_a_series_and_plans_one_of_its_dates_by_keyboard()
    {
        var visitor = await VisitorAsync();
        await visitor.SignInAsync(PlanningInTheBrowser.Secretary, "en");
        await visitor.GoAsync("/calendar/series");
        var page = visitor.Page;
        await page.GetByLabel("Chamber", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Restricted chamber 2 (FR)" });
        await page.GetByLabel("Place").FillAsync("Salle Permeke");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var dates = page.Locator(".series-dates input[type=checkbox]:not(:disabled)");
        await Assertions.Expect(dates.First).ToBeCheckedAsync();
        var wished = await dates.CountAsync();
        await dates.Last.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Put these provisional dates into the calendar ({wished - 1})" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText($"Provisional dates put into the calendar: {wished - 1}.")).ToBeVisibleAsync();

        await visitor.GoAsync("/calendar?view=list");
        var rows = page.Locator("tbody tr", new() { HasText = "Salle Permeke" });
        await Assertions.Expect(rows).ToHaveCountAsync(wished - 1);
        await rows.First.GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan a meeting on it" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Place")).ToHaveValueAsync("Salle Permeke");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the meeting" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Agenda" })).ToBeVisibleAsync();

        await visitor.GoAsync("/calendar?view=list");
        await Assertions.Expect(rows.First).ToContainTextAsync("Planned");
        await Assertions.Expect(rows).ToHaveCountAsync(wished - 1);
        await visitor.HasNoBarriersAsync();
    }
}
