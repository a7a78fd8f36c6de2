using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Browser;

/// <summary>An institution asks whether somebody holds a valid attestation; a service asks for a measure; neither comes further.</summary>
public class ForOtherBodies(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task An_institution_asks_a_service_requests_and_neither_sees_anything_else()
    {
        await using var app = await RunningApp.StartAsync();
        await SweptHolder.WriteAsync(app.Services, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await SweptBodies.WriteAsync(app.Services);

        var institution = await VisitorAsync(app: app, width: 390, height: 844);
        await institution.SignInAsync(SweptBodies.Institution, "en");
        await institution.GoAsync("/institution");
        await institution.Page.GetByLabel("Attestation or person").FillAsync("2023-a-000005");
        await institution.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await Assertions.Expect(institution.Page.Locator(".notice-problem")).ToContainTextAsync("Say why you ask"); // and what was typed stays
        await institution.Page.GetByLabel("Why you ask").FillAsync("Claim 2026/115");
        await institution.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await Assertions.Expect(institution.Page.Locator(".badge-done")).ToHaveTextAsync("Valid today");
        foreach (var language in Language.All.Select(one => one.Code))
        {
            await institution.HasNoBarriersAsync();
            await institution.FitsAsync();
            await institution.PictureAsync($"bodies/institution-{language}");
            await institution.GoAsync($"/language/{language}");
            await institution.GoAsync("/institution");
            await institution.Page.Locator("#number").FillAsync("2023-A-000005");
            await institution.Page.Locator("#reason").FillAsync("2026/115");
            await institution.Page.Locator("form.panel button").ClickAsync();
            await Assertions.Expect(institution.Page.Locator(".badge-done")).ToBeVisibleAsync();
        }
        foreach (var closed in new[] { "/meetings", "/inspection", "/my/profile", "/my/applications", "/files", "/people", "/bodies", "/year" })
        {
            var answer = await institution.Page.GotoAsync(new Uri(app.Address, closed).ToString());
            Assert.True(answer!.Status == 403 || institution.Page.Url.Contains("no-access", StringComparison.Ordinal), $"{closed}: {answer.Status} {institution.Page.Url}");
        }

        var service = await VisitorAsync(app: app);
        await service.SignInAsync(SweptBodies.OtherInspection, "en");
        await service.GoAsync("/inspection");
        await service.Page.Locator("#number").FillAsync("2023-a-000006");
        await service.Page.Locator("#ground").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await service.Page.Locator("#reasons").FillAsync("The contract was never signed.");
        await service.Page.Locator("#address").FillAsync("Quai des Absents 3, 5000 Namur");
        await service.Page.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).ClickAsync();
        await service.PictureAsync("bodies/inspection-asks");
        await service.Page.Locator("dialog[open] button").Last.ClickAsync();
        await Assertions.Expect(service.Page.Locator(".notice-done")).ToBeVisibleAsync();
        await Assertions.Expect(service.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(service.Page.Locator("tbody")).ToContainTextAsync("Célestine Orval");
        await service.HasNoBarriersAsync();
        await service.PictureAsync("bodies/inspection-sent");
    }
}
