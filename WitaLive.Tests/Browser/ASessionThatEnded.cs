using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Access;
using WitaLive.App.Data;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

[Collection(Browsers.Sitting)]
public class ASessionThatEnded(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Is_said_on_the_page_and_goes_on_there_after_signing_in_again()
    {
        await using var app = await RunningApp.StartAsync();
        var visitor = await VisitorAsync(app: app);
        await visitor.SignInAsync("Aline Delvausart");
        await visitor.GoAsync("/meetings?past=1");
        var inTheRoom = await VisitorAsync(app: app);
        await inTheRoom.SignInAsync("Aline Delvausart");
        await inTheRoom.GoAsync("/");
        await inTheRoom.Page.Locator(".start-next a[href^='room/']").ClickAsync();
        await inTheRoom.ArrivesAtAsync(new("/room/"));

        await Expect(inTheRoom.Page.Locator("main .room")).ToBeVisibleAsync(); // the address of a page without the site's circuit changes before the page does
        await inTheRoom.ReadyAsync();
        await ChangePasswordAsync(app);

        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("You are signed out");
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" })).ToHaveAttributeAsync("href", "account/sign-in?returnUrl=%2Fmeetings%3Fpast%3D1");
        await visitor.HasNoBarriersAsync();
        await Expect(inTheRoom.Page.Locator("h1")).ToHaveTextAsync("You are signed out");
    }

    [TheoryNeeding(Need.Chromium)]
    [InlineData("/meetings?past=1"), InlineData("room")]
    public async Task Is_said_also_when_it_ended_before_the_page_began_to_live(string path)
    {
        await using var app = await RunningApp.StartAsync();
        var visitor = await VisitorAsync(app: app);
        await visitor.SignInAsync("Aline Delvausart");
        await visitor.GoAsync("/");
        var address = path == "room" ? await visitor.Page.Locator(".start-next a[href^='room/']").GetAttributeAsync("href") : path;
        var ended = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await ended.Task;
            await route.ContinueAsync();
        });

        await visitor.Page.GotoAsync(address!.TrimStart('/'), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await ChangePasswordAsync(app);
        ended.SetResult();

        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("You are signed out");
        await Expect(visitor.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await visitor.ReadyAsync();
    }

    // What a new password does: whoever is signed in is so no more.
    private static async Task ChangePasswordAsync(RunningApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var person = (await db.Persons.SingleAsync(p => p.FamilyName == "Delvausart")).Id.Value.ToString();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.UpdateSecurityStampAsync((await accounts.FindByIdAsync(person))!);
    }
}
