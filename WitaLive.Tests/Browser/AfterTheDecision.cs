using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

/// <summary>What the secretariat notes of a decided file and of a holder: steps of a longer story, each seen on its page.</summary>
internal static class AfterTheDecision
{
    /// <summary>A court has the file, and later has it no more.</summary>
    public static async Task NoteACourtAsync(Visitor secretary, FileId file)
    {
        await secretary.GoAsync($"/files/{file.Value}");
        var panel = secretary.Page.Locator("section[aria-labelledby=court]");
        await panel.GetByRole(AriaRole.Button, new() { Name = "A court has this file" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("A court has had this file since");
        await Expect(panel).ToContainTextAsync($"Noted by: {PlanningInTheBrowser.Secretary},");
        await secretary.Page.ReloadAsync();
        await secretary.ReadyAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "The court is done with it" }).ClickAsync();
        await panel.Locator("dialog[open] button.danger").ClickAsync();
        await Expect(panel).ToContainTextAsync($"No court has it any more. Noted by: {PlanningInTheBrowser.Secretary},");
        await Expect(panel).Not.ToContainTextAsync("A court has had this file since");
    }

    /// <summary>The holder has died: asked under whose name it is noted, and then on their line of the register.</summary>
    public static async Task NoteADeathAsync(RunningApp app, Visitor secretary, FileId file, string holder)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var (number, page) = (await db.Set<Attestation>().Where(a => a.FileId == file).Select(a => a.Number).SingleAsync(), secretary.Page);
        await secretary.GoAsync("/attestations");
        await page.GetByText("Report a death").First.ClickAsync();
        await page.Locator("#death-number").FillAsync(number.ToLowerInvariant());
        await page.Locator("#death-day").FillAsync(DateTimeOffset.UtcNow.DayInBrussels().ToString("O", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Report", Exact = true }).ClickAsync();
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync($"{holder}, {number}: died on");
        await page.Locator("dialog[open] button.danger").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = number })).ToContainTextAsync("Died on");
        await Expect(page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = number })).ToContainTextAsync($"(noted by: {PlanningInTheBrowser.Secretary},");
        await secretary.HasNoBarriersAsync();
    }
}
