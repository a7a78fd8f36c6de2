using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Data;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Applications;

namespace WitaLive.Tests.Browser;

public class AProfileOnTwoDevices(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Asks_which_text_is_to_stay_and_loses_neither()
    {
        var person = Person.Applying(new(Guid.NewGuid()), "Philippine", "Courtemanche", "philippine@example.org", "fr");
        await using (var db = await App.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            db.Add(person);
            await db.SaveChangesAsync();
        }
        await AnApplicant.FillAsync(App.Services, AnApplicant.Outside(person.Id), "85.07.30-043 18");
        var (phone, desk) = (await VisitorAsync("fr", width: 390), await VisitorAsync("de"));
        await phone.SignInAsync(person.FullName, "fr");
        await desk.SignInAsync(person.FullName, "de");
        foreach (var visitor in new[] { phone, desk })
        {
            await visitor.GoAsync("/my/profile");
            await Assertions.Expect(visitor.Page.Locator("[data-watched]")).ToHaveCountAsync(1);
        }

        // Fast, and in one window alone: nobody is in anybody's way.
        var training = desk.Page.Locator("#training");
        await training.PressSequentiallyAsync("An der Kunstakademie in Lüttich, danach zwei Jahre in einer Werkstatt", new() { Delay = 25 });
        await Assertions.Expect(desk.Page.Locator("#training[data-saved$='in einer Werkstatt']")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Page.Locator(".other-text")).ToHaveCountAsync(0);

        await desk.Page.Locator("#presentation").FillAsync("Ich male das Meer.");
        await Assertions.Expect(desk.Page.Locator("#presentation[data-saved='Ich male das Meer.']")).ToHaveCountAsync(1);
        await phone.Page.Locator("#presentation").FillAsync("Je peins la mer et le ciel.");
        var asked = phone.Page.Locator(".field:has(#presentation) .other-text");
        await Assertions.Expect(asked).ToContainTextAsync("Ich male das Meer.");
        await Assertions.Expect(phone.Page.Locator(".field:has(#presentation)").GetByText("Enregistré à")).ToBeHiddenAsync();
        await phone.FitsAsync();
        await phone.HasNoBarriersAsync();

        // A reload asks again, with what was typed still in its place.
        await phone.GoAsync("/my/profile");
        await Assertions.Expect(phone.Page.Locator("#presentation")).ToHaveValueAsync("Je peins la mer et le ciel.");
        await Assertions.Expect(asked).ToContainTextAsync("Ich male das Meer.");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Garder ce que" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#presentation[data-saved='Je peins la mer et le ciel.']")).ToHaveCountAsync(1);
        await Assertions.Expect(asked).ToHaveCountAsync(0);

        await desk.Page.Locator("#presentation").FillAsync("Ich male das Meer und die Nacht.");
        var other = desk.Page.Locator(".field:has(#presentation) .other-text");
        await other.GetByRole(AriaRole.Button, new() { Name = "Das andere übernehmen" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#presentation")).ToHaveValueAsync("Je peins la mer et le ciel.");
        await Assertions.Expect(other).ToHaveCountAsync(0);
        await desk.GoAsync("/my/profile");
        await Assertions.Expect(desk.Page.Locator("#presentation")).ToHaveValueAsync("Je peins la mer et le ciel.");
        await Assertions.Expect(desk.Page.Locator("[data-watched]")).ToHaveCountAsync(1);

        // Another window of the same browser reads by itself what was saved in this one.
        var second = await desk.Page.Context.NewPageAsync();
        await second.GotoAsync(desk.Page.Url);
        await Assertions.Expect(second.Locator("[data-watched]")).ToHaveCountAsync(1);
        await second.Locator("#links").FillAsync("https://example.org/meer");
        await Assertions.Expect(desk.Page.Locator("#links[data-saved='https://example.org/meer']")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Page.Locator("#links")).ToHaveValueAsync("https://example.org/meer");
    }
}
