using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Browser;

public class PlanningInTheBrowser(Browsers browsers) : BrowserTest(browsers)
{
    /// <summary>Someone of the demo's secretariat.</summary>
    public const string Secretary = "Mireille Tongrinnoy";

    [FactNeeding(Need.Chromium)]
    public async Task Reorders_an_agenda_by_dragging_and_by_keyboard()
    {
        var (id, _) = await DemoMeetingAsync(App);
        var visitor = await VisitorAsync();
        await visitor.SignInAsync(Secretary, "en");
        await visitor.GoAsync($"/meetings/{id.Value}");
        var (page, rows) = (visitor.Page, visitor.Page.Locator(".plan-agenda > li"));
        var titles = await rows.Locator(".agenda-title").AllTextContentsAsync();
        Assert.True(titles.Count >= 3);

        await rows.Nth(1).GetByRole(AriaRole.Button, new() { Name = $"Move {titles[1]} up" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText($"{titles[1]} is now number 1 of {titles.Count}.")).ToBeVisibleAsync();
        await Assertions.Expect(rows.First.Locator(".agenda-title")).ToHaveTextAsync(titles[1]);
        await Assertions.Expect(rows.First.GetByRole(AriaRole.Button, new() { Name = $"Move {titles[1]} down" })).ToBeFocusedAsync(); // «up» has nothing left to do

        var (handle, last) = ((await rows.First.Locator(".drag-handle").BoundingBoxAsync())!, (await rows.Nth(2).BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(handle.X + handle.Width / 2, handle.Y + handle.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(handle.X + handle.Width / 2, last.Y + last.Height - 4, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.GetByText($"{titles[1]} is now number 3 of {titles.Count}.")).ToBeVisibleAsync();
        await Assertions.Expect(rows.Nth(2).Locator(".agenda-title")).ToHaveTextAsync(titles[1]);
        await visitor.HasNoBarriersAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Adds_papers_several_at_once_and_says_of_each_that_is_refused_why()
    {
        var (id, _) = await DemoMeetingAsync(App);
        var visitor = await VisitorAsync();
        await visitor.SignInAsync(Secretary, "en");
        await visitor.GoAsync($"/meetings/{id.Value}");
        var row = visitor.Page.Locator(".plan-agenda > li").First;

        await row.Locator("summary").Filter(new() { HasText = "Add papers" }).ClickAsync();
        await row.Locator("input[type=file]").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "Contrat.pdf", MimeType = "application/pdf", Buffer = APaper.Pdf(900_000) },
            new() { Name = "faux.pdf", MimeType = "application/pdf", Buffer = "<script>alert(1)</script>"u8.ToArray() },
        });

        await Assertions.Expect(row.GetByText("faux.pdf is no PDF, JPEG or PNG by its content; it was not added.")).ToBeVisibleAsync();
        var link = row.GetByRole(AriaRole.Link, new() { Name = "Contrat.pdf" });
        await Assertions.Expect(link).ToBeVisibleAsync();
        var answer = await visitor.Page.APIRequest.GetAsync(new Uri(App.Address, await link.GetAttributeAsync("href")).ToString());
        Assert.Equal((200, "application/pdf", "nosniff"), (answer.Status, answer.Headers["content-type"], answer.Headers["x-content-type-options"]));
        Assert.StartsWith("inline", answer.Headers["content-disposition"], StringComparison.Ordinal);
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("meetings/papers");
    }

    [FactNeeding(Need.Chromium)]
    public async Task Plans_convenes_and_shows_what_became_of_each()
    {
        await using var app = await RunningApp.StartAsync();
        var visitor = await VisitorAsync(app: app);
        var page = visitor.Page;
        await visitor.SignInAsync(Secretary, "en");
        await visitor.GoAsync("/meetings/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the meeting" }).ClickAsync();
        await page.Locator("form.plan-form").EvaluateAsync("form => form.noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the meeting" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Choose the chamber that meets.")).ToBeVisibleAsync();
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("meetings/new-refused");

        await page.GetByLabel("Chamber").SelectOptionAsync(new SelectOptionValue { Label = "Restricted chamber 1 (FR)" });
        await page.GetByLabel("Day").FillAsync(DateTime.UnixEpoch.AddDays((int)(TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalDays + 60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("14:00");
        await page.GetByLabel("Place", new() { Exact = true }).FillAsync("Salle Horta");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the meeting" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing on the agenda yet")).ToBeVisibleAsync();
        await visitor.PictureAsync("meetings/empty");
        await Assertions.Expect(page.GetByText("This meeting is not convened")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Convene", Exact = true }).ClickAsync();
        var refusal = page.Locator("section[aria-labelledby='convocation'] .notice-problem");
        await Assertions.Expect(refusal).ToBeVisibleAsync();

        await page.GetByText("Add another item").ClickAsync();
        await page.GetByLabel("Title (Français)").FillAsync("Rapport annuel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the item" }).ClickAsync();
        await Assertions.Expect(page.Locator(".agenda-title")).ToHaveTextAsync("Rapport annuel");
        await Assertions.Expect(refusal).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Convene", Exact = true }).ClickAsync();
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Send the convocations?" });
        await Assertions.Expect(question).ToContainTextAsync("Salle Horta");
        await Assertions.Expect(question).ToContainTextAsync("People who get an e-mail:");
        await question.Locator("button.danger").ClickAsync();
        var sent = page.Locator("td .badge", new() { HasText = "Sent" });
        await Assertions.Expect(sent.First).ToBeVisibleAsync(new() { Timeout = 60_000 }); // the page looks by itself
        await Assertions.Expect(page.GetByText("This meeting is not convened")).ToHaveCountAsync(0);
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("meetings/convened");
        foreach (var width in new[] { 1440, 1024, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(await page.Locator(".people-box").EvaluateAsync<bool>("box => box.scrollWidth <= box.clientWidth"), $"Who was convened has to be pushed sideways at {width} px.");
        }

        // Another hour writes to them all: asked once, by keyboard, and Escape leaves it as it was.
        await page.Locator("section[aria-labelledby='facts']").GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).PressAsync("Enter");
        await page.Locator("#hour").FillAsync("15:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).PressAsync("Enter");
        var telling = page.GetByRole(AriaRole.Dialog, new() { Name = "Save, and tell those who were convened?" });
        await Assertions.Expect(telling).ToContainTextAsync("People who get an e-mail:");
        await visitor.PictureAsync("meetings/telling", wholePage: false);
        await visitor.HasNoBarriersAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(telling).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(telling).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Those who were convened are told of the change by e-mail.")).ToBeVisibleAsync();
    }

    /// <summary>The planned demo meeting with the longest agenda.</summary>
    internal static async Task<(MeetingId Id, int Items)> DemoMeetingAsync(RunningApp app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var found = await db.Set<PlannedMeeting>().Where(m => m.State == MeetingState.Planned && m.CancelledAt == null)
            .OrderByDescending(m => m.Agenda.Count).Select(m => new { m.Id, m.Agenda.Count }).FirstAsync();
        return (found.Id, found.Count);
    }
}
