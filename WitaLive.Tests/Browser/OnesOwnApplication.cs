using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Applications;
using WitaLive.App.Data;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Applications;

namespace WitaLive.Tests.Browser;

public class OnesOwnApplication(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Says_what_is_too_long_is_taken_along_and_is_withdrawn()
    {
        await using var app = await RunningApp.StartAsync();
        var person = Person.Applying(new(Guid.NewGuid()), "Philippine", "Courtemanche", "philippine@example.org", "en");
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            db.Add(person);
            await db.SaveChangesAsync();
        }
        await AnApplicant.FillAsync(app.Services, AnApplicant.Outside(person.Id));
        var visitor = await VisitorAsync("en", app);
        await visitor.SignInAsync(person.FullName, "en");
        var page = visitor.Page;

        await visitor.GoAsync("/my/profile");
        var presentation = page.Locator(".field:has(#presentation)");
        await page.Locator("#presentation").FillAsync(new string('x', ProfileCheck.LongestText + 1));
        await Assertions.Expect(presentation.Locator(".field-error")).ToContainTextAsync("characters and is not saved yet. Please shorten it.");
        await page.Locator("#presentation").FillAsync("I paint what is short.");
        await Assertions.Expect(presentation.GetByText("Saved at")).ToBeVisibleAsync();
        await Assertions.Expect(presentation.Locator(".field-error")).ToBeEmptyAsync();

        await visitor.GoAsync("/my/applications");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download what is kept about you" }).ClickAsync());
        await using (var content = await download.CreateReadStreamAsync())
        {
            using var data = await JsonDocument.ParseAsync(content);
            Assert.Equal("I paint what is short.", data.RootElement.GetProperty("Profile").GetProperty("Background").GetProperty("Presentation").GetString());
        }

        var sent = await app.Services.GetRequiredService<ApplicationDesk>().SubmitAsync(AnApplicant.Outside(person.Id), default);
        await visitor.GoAsync($"/my/applications/{Assert.IsType<WitaLive.Domain.Result<WitaLive.Domain.FileId>.Ok>(sent).Value.Value}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw the application" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Withdraw the application" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Withdrawn", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Withdraw the application" })).ToHaveCountAsync(0);
    }
}
