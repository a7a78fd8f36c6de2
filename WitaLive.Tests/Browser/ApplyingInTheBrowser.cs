using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;

namespace WitaLive.Tests.Browser;

public class ApplyingInTheBrowser(Browsers browsers) : BrowserTest(browsers)
{
    private const string Address = "apolline.vaugrenard@example.org";

    [FactNeeding(Need.Chromium)]
    public async Task An_artist_fills_in_a_profile_in_three_visits_with_a_cut_in_the_middle_and_loses_nothing()
    {
        using var logs = new KeptLogs();
        await using var app = await RunningApp.StartAsync(web => web.ConfigureLogging(logging => logging.AddProvider(logs)));
        var visitor = await VisitorAsync("en", app, width: 400);
        var page = visitor.Page;

        // First visit: an account, by a link in a mail, and the first lines.
        await visitor.GoAsync("/account/sign-up");
        await page.GetByLabel("Given name").FillAsync("Apolline");
        await page.GetByLabel("Family name").FillAsync("Vaugrenard");
        await page.GetByLabel("E-mail address").FillAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the account" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A message with a link is on its way")).ToBeVisibleAsync();
        await visitor.GoAsync($"/account/password?key={await SecretAsync(app)}");
        await page.GetByLabel("New password").FillAsync("quatre chevaux dans la neige");
        await page.Locator("#again").FillAsync("quatre chevaux dans la neige");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "My profile" })).ToBeVisibleAsync();
        await visitor.GoAsync("/my/profile");
        await page.Locator("#presentation").FillAsync("I paint the sea.");
        await Assertions.Expect(page.GetByText("Saved at")).ToHaveCountAsync(1);

        // Second visit: the server goes while somebody types.
        await visitor.GoAsync("/my/profile");
        await Assertions.Expect(page.Locator("#presentation")).ToHaveValueAsync("I paint the sea.");
        await Assertions.Expect(page.Locator("[data-watched]")).ToHaveCountAsync(1);
        await page.EvaluateAsync("document.documentElement.dataset.before = ''");
        var ticked = page.Locator(".field:has(#presentation)");
        await page.Locator("#presentation").FillAsync("I paint the sea and the sky.");
        await Assertions.Expect(ticked.GetByText("Saved at")).ToBeVisibleAsync();
        await Assertions.Expect(ticked.GetByText("Not saved yet")).ToBeHiddenAsync();
        await app.StopAsync();
        await page.Locator("#presentation").FillAsync("I paint the sea, the sky and boats."); // at once, as whoever pastes it, and without leaving the field
        await Assertions.Expect(ticked.GetByText("Not saved yet")).ToBeVisibleAsync();
        await Assertions.Expect(ticked.GetByText("Saved at")).ToBeHiddenAsync();
        Assert.Equal("I paint the sea, the sky and boats.", await page.EvaluateAsync<string?>("sessionStorage.getItem(Object.keys(sessionStorage).find(key => key.startsWith('keep:') && key.endsWith(':presentation')))"));
        await page.Locator("#address").PressSequentiallyAsync("Quai 3, Bruxelles");
        Assert.Equal("Quai 3, Bruxelles", await page.EvaluateAsync<string?>("sessionStorage.getItem(Object.keys(sessionStorage).find(key => key.startsWith('keep:') && key.endsWith(':address')))"));
        await app.StartAgainAsync();
        await Assertions.Expect(page.Locator("html[data-before]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await visitor.ReadyAsync();
        await Assertions.Expect(page.Locator("#address")).ToHaveValueAsync("Quai 3, Bruxelles");
        await Assertions.Expect(page.Locator("#address[data-saved='Quai 3, Bruxelles']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#presentation[data-saved='I paint the sea, the sky and boats.']")).ToHaveCountAsync(1);

        // Third visit: it is all there, and what was typed into the cut is in the database; what somebody else left in this tab is not.
        await page.EvaluateAsync("sessionStorage.setItem(`keep:${crypto.randomUUID()}:address`, 'Rue des Autres 4, Gand')");
        await visitor.GoAsync("/my/profile");
        await Assertions.Expect(page.Locator("#address")).ToHaveValueAsync("Quai 3, Bruxelles");
        await Assertions.Expect(page.Locator("#presentation")).ToHaveValueAsync("I paint the sea, the sky and boats.");
        await page.EvaluateAsync("new Promise(gone => { const look = () => Object.keys(sessionStorage).some(key => key.startsWith('keep:')) ? requestAnimationFrame(look) : gone(); look(); })")
            .WaitAsync(TimeSpan.FromSeconds(15)); // Playwright's own waiting is an eval, which the page does not allow
        await page.Locator("#number").FillAsync(AnApplicant.Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the number" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A number ending in 28 is on record.")).ToBeVisibleAsync();
        await FillActivityAsync(page);
        await FillIncomeAsync(page);

        await SubmitAsync(visitor);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Application 20", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Received", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.FitsAsync();
        await visitor.HasNoBarriersAsync();
        await ReadTheLetterAsync(app, visitor, await AskAndAnswerAsync(app, visitor));
        HoldNoPersonalData(logs);
    }

    // Neither the artist's nor the secretary's, who did something with the file.
    private static void HoldNoPersonalData(KeptLogs logs)
    {
        Assert.NotEmpty(logs.Lines);
        string[] personal = ["Apolline", "Vaugrenard", Address, "Quai 3", AnApplicant.Number, new([.. AnApplicant.Number.Where(char.IsDigit)]), "quatre chevaux", "Noyelmans", "Painter", "Who paid you"];
        Assert.All(personal, one => Assert.DoesNotContain(logs.Lines, line => line.Contains(one, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task FillActivityAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an activity" }).ClickAsync();
        await page.GetByLabel("Art", new() { Exact = true }).SelectOptionAsync("plasticArts");
        await page.GetByLabel("Kind of activity").SelectOptionAsync("Artistic");
        await page.GetByLabel("Function in the cadastre").SelectOptionAsync("painter");
        await Assertions.Expect(page.GetByLabel("Function", new() { Exact = true })).ToHaveValueAsync("Painter"); // to be told in other words, or not
        await page.GetByLabel("Project or work").FillAsync("Tides");
        await page.GetByLabel("First day").FillAsync("2022-01-01");
        await page.GetByLabel("Necessary contribution").FillAsync("Without her, no painting.");
        await page.GetByLabel("Necessary contribution").BlurAsync();
        await Assertions.Expect(page.Locator("fieldset[id^='activity-'] legend .badge")).ToHaveTextAsync("complete");
    }

    private static async Task FillIncomeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add income" }).ClickAsync();
        await page.GetByLabel("Year", new() { Exact = true }).FillAsync("2025");
        await page.GetByLabel("Gross amount in euro").FillAsync("6.000,50");
        await page.GetByLabel("Kind of income").SelectOptionAsync("Professional");
        await page.GetByLabel("From which work").FillAsync("Low tide");
        await page.GetByLabel("From which work").BlurAsync();
        await Assertions.Expect(page.Locator("fieldset[id^='income-'] legend .badge")).ToHaveTextAsync("complete");
        // The line breaks once behind the first piece: sending goes on there.
        var (cut, pieces) = (false, new ConcurrentBag<string>());
        await page.RouteAsync(new Regex("/uploads/.*offset="), route =>
        {
            var offset = route.Request.Url.Split("offset=")[1];
            pieces.Add(offset);
            if (offset == "0" || cut)
                return route.ContinueAsync();
            cut = true;
            return route.AbortAsync("connectionreset");
        });
        await page.Locator("fieldset[id^='income-'] input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "contract.pdf", MimeType = "application/pdf", Buffer = APaper.Pdf(1_200_000) },
            new FilePayload { Name = "holiday.pdf", MimeType = "application/pdf", Buffer = "MZ program"u8.ToArray() },
        ]);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "contract.pdf" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("fieldset[id^='income-'] .field-error").Filter(new() { HasText = "holiday.pdf" })).ToBeVisibleAsync();
        Assert.Equal(["0", "0", "1048576", "1048576"], pieces.Order(StringComparer.Ordinal)); // of two files; the second piece twice

        // Written by hand, with the token of the page: no offer at all.
        var token = await page.Locator("fieldset[id^='income-'] input[name='__RequestVerificationToken']").First.InputValueAsync();
        var refused = await page.Context.APIRequest.PostAsync("/uploads", new() { DataString = "null", Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["RequestVerificationToken"] = token } });
        Assert.Equal(400, refused.Status);

        // Deleted behind the first piece: no piece of it comes any more, and that is no matter of the line.
        var deleted = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(deleted, [.. AnApplicant.Pdf, .. new byte[3_000_000]]);
        await page.RouteAsync(new Regex("/uploads/.*offset=1048576"), route =>
        {
            File.Delete(deleted);
            return route.ContinueAsync();
        });
        await page.Locator("fieldset[id^='income-'] input[type=file]").SetInputFilesAsync(deleted);
        await Assertions.Expect(page.Locator("fieldset[id^='income-'] .field-error").Filter(new() { HasText = "can no longer be read on your device" })).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    private static async Task SubmitAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.GoAsync("/my/applications");
        await Assertions.Expect(page.GetByText("The figures point to a “plus” attestation")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepare an application" }).ClickAsync();
        await Assertions.Expect(page.GetByText("nothing is missing")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send in the application" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send in the application" }).ClickAsync();
    }

    // The secretariat asks and declares complete, by keyboard; the artist answers in between.
    private async Task<Visitor> AskAndAnswerAsync(RunningApp app, Visitor artist)
    {
        var secretary = await VisitorAsync("en", app);
        await secretary.SignInAsync(PlanningInTheBrowser.Secretary, "en");
        await secretary.GoAsync("/files");
        await Assertions.Expect(secretary.Page.Locator("[data-shortcuts='ready']")).ToHaveCountAsync(1);
        await secretary.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(secretary.Page.GetByRole(AriaRole.Link, new() { Name = "-A-000001" })).ToBeFocusedAsync();
        await secretary.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(secretary.Page.Locator("#note")).ToBeVisibleAsync(); // the address changes before the page does
        await secretary.ReadyAsync();
        await secretary.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(secretary.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("a question to the applicant");
        await secretary.Page.Keyboard.PressAsync("Escape");
        await secretary.Page.Keyboard.PressAsync("q");
        await Assertions.Expect(secretary.Page.GetByLabel("A question to the applicant")).ToBeFocusedAsync();
        await secretary.Page.GetByLabel("A question to the applicant").FillAsync("Who paid you?");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(secretary.Page.GetByText("waiting for information")).ToBeVisibleAsync();
        await Assertions.Expect(secretary.Page.GetByLabel("A question to the applicant")).ToHaveValueAsync(""); // a second press asks nothing twice

        await artist.Page.ReloadAsync();
        await artist.ReadyAsync();
        await artist.Page.GetByLabel("Your answer").FillAsync("The gallery.");
        await artist.Page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Assertions.Expect(artist.Page.GetByText("Received", new() { Exact = true })).ToBeVisibleAsync();

        await secretary.Page.ReloadAsync();
        await secretary.ReadyAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Declare complete" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Declare complete" }).ClickAsync();
        await Assertions.Expect(secretary.Page.GetByText("To be decided by")).ToBeVisibleAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Send to this chamber" }).ClickAsync();
        await Assertions.Expect(secretary.Page.GetByText("with its chamber")).ToBeVisibleAsync();
        await secretary.HasNoBarriersAsync();

        await artist.Page.ReloadAsync();
        await artist.ReadyAsync();
        await Assertions.Expect(artist.Page.GetByText("A decision is expected by")).ToBeVisibleAsync();
        return secretary;
    }

    // The chamber decides; the secretariat drafts, hands in and sends; the artist reads the letter, and anyone sees that it is genuine.
    private static async Task ReadTheLetterAsync(RunningApp app, Visitor artist, Visitor secretary)
    {
        var file = new WitaLive.Domain.FileId(Guid.Parse(artist.Page.Url.Split('/')[^1]));
        var meeting = await ADecisionInItsChamber.DecideAsync(app.Services, file, "plus", DateTimeOffset.UtcNow.AddMinutes(-20));
        await secretary.GoAsync($"/meetings/{meeting.Value}/decisions");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Draft the decisions" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "-A-000001" }).ClickAsync();
        await Assertions.Expect(secretary.Page.GetByLabel("In your own words")).ToBeVisibleAsync();
        await secretary.ReadyAsync();
        var words = secretary.Page.GetByLabel("In your own words");
        await words.FillAsync("Die Verkäufe sind belegt.");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for a second reader" }).ClickAsync();
        await Assertions.Expect(secretary.Page.GetByText("A second reader is asked for.")).ToBeVisibleAsync();
        await Assertions.Expect(words).ToHaveValueAsync("Die Verkäufe sind belegt."); // what is being typed stays
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(words).Not.ToBeVisibleAsync();
        await ADecisionInItsChamber.SignAsync(app.Services, file);
        await secretary.GoAsync($"/meetings/{meeting.Value}/decisions");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Send the letters" }).First.ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send the letters" }).ClickAsync();
        await Assertions.Expect(secretary.Page.GetByText("Sent: 1.")).ToBeVisibleAsync(new() { Timeout = 30_000 }); // printed on the way

        await artist.Page.ReloadAsync();
        await artist.ReadyAsync();
        await artist.Page.GetByRole(AriaRole.Link, new() { Name = "Letter with the decision" }).ClickAsync();
        await Assertions.Expect(artist.Page.Locator(".ruling-code")).ToBeVisibleAsync(); // in the language of the application, not of the screen
        await artist.ReadyAsync();
        await artist.GoAsync($"/check?code={await artist.Page.Locator(".ruling-code").TextContentAsync()}");
        await Assertions.Expect(artist.Page.GetByText("This letter is from the Commission.")).ToBeVisibleAsync();
        await Assertions.Expect(artist.Page.GetByText("This attestation is valid today")).ToBeVisibleAsync(); // the decision is the attestation
        await AfterTheDecision.NoteACourtAsync(secretary, file);
        await AfterTheDecision.NoteADeathAsync(app, secretary, file, "Apolline Vaugrenard");
    }

    private static async Task<string> SecretAsync(RunningApp app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        return AccessDesk.SecretIn((await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(m => m.ToAddress == Address)).Text);
    }
}
