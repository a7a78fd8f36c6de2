using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Languages;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using static Microsoft.Playwright.Assertions;
using Roles = WitaLive.App.Access.Roles;

namespace WitaLive.Tests.Browser;

/// <summary>Two secretaries write the same text of a report: the second is led to it, sees both, and chooses.</summary>
public sealed class WritingBesideSomebodyElse(Browsers browsers) : BrowserTest(browsers)
{
    private const string Mine = "La chambre a pris acte du calendrier de 2027, sans remarque.";
    private const string Theirs = "La chambre a pris acte du calendrier de 2027. Elle demande que les pièces soient jointes plus tôt.";

    // As pictures in all four languages; otherwise in one.
    public static TheoryData<string> Languages => Visitor.WantsPictures ? [.. Language.All.Select(language => language.Code)] : ["de"];

    [TheoryNeeding(Need.Chromium)]
    [MemberData(nameof(Languages))]
    public async Task Is_said_beside_the_text_and_loses_neither(string language)
    {
        await using var app = await RunningApp.StartAsync();
        var id = new MeetingId((await SweptMandates.HoldAsync(app.Services, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-30))).Meeting);
        var (writing, other) = (app.Services.GetRequiredService<ReportWriting>(), Who.With(Roles.Secretariat));
        var visitor = await VisitorAsync(language, app, 320, 640);
        await visitor.SignInAsync("Bram Haeseldonckx");
        await visitor.GoAsync($"/meetings/{id.Value}/report");
        var field = visitor.Page.Locator($"textarea[name='text:{ReportPart.Whole:N}:fr']");
        await field.FillAsync(Mine);
        Assert.Null(await writing.WriteAsync(other, id, ReportPart.Whole, "fr", Theirs, 0, default));

        await visitor.Page.Locator(".report-edit button[value=Save]").First.ClickAsync();
        var choice = visitor.Page.Locator(".contested");
        await Expect(choice).ToBeFocusedAsync(); // where it happened, not at the top
        await Expect(choice).ToBeInViewportAsync();
        await Expect(visitor.Page.Locator("main > .notice-place:not(.standing) .notice")).ToHaveCountAsync(0); // it would lie on it
        await Expect(field).ToHaveValueAsync(Mine);
        await Expect(choice.Locator("> .typed")).ToHaveTextAsync(Theirs);
        await choice.Locator("summary").ClickAsync();
        await Expect(choice.Locator("del")).ToContainTextAsync("Elle demande que les pièces soient jointes plus tôt.");
        await visitor.HasNoBarriersAsync();
        await visitor.FitsAsync();
        await visitor.PictureAsync($"contested-{language}-narrow");
        await visitor.Page.SetViewportSizeAsync(1280, 800);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync($"contested-{language}-wide");

        await choice.Locator("button[name=Take]").ClickAsync();
        await Expect(choice).ToHaveCountAsync(0);
        await Expect(field).ToHaveValueAsync(Theirs);
        Assert.Equal([Theirs, Mine, Theirs], (await app.Services.GetRequiredService<ReportReading>().ReadAsync(other, id, default))!.Parts.Select(p => p.Part.Text));
    }
}
