using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Languages;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

/// <summary>
/// A commission from its first administrator to its second decision, outside Development and without the demo: people come from a sheet,
/// are invited by mail, sign in with their own passwords, sit in a restricted chamber and refer a file to the enlarged one, which decides it.
/// </summary>
[Collection(Browsers.Sitting)]
public sealed partial class TheStory(Browsers browsers) : BrowserTest(browsers)
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly TheStoryClock _clock = new();
    private RunningApp _app = null!;
    private TheStoryMail _mail = null!;
    private TheStoryGuest _secretary = null!;
    private TheStoryGuest[] _members = [];
    private TheStoryGuest _substitute = null!;

    [FactNeeding(Need.Chromium, Need.LibreOffice)]
    public async Task Of_a_commission_that_sits_refers_and_decides()
    {
        _app = await RunningApp.StartAsync(web =>
        {
            web.UseEnvironment("Production");
            TheStoryMail.Set(web);
            web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock));
        });
        await using (_app)
        {
            _mail = new(_app);
            await AdministratorAsync();
            await MembersAsync();
            await PasswordsAsync();
            var (restricted, display) = await ConvokedAsync();
            await RestrictedChamberAsync(restricted, display);
            await ReportOfRestrictedAsync(restricted);
            await ReportOfEnlargedAsync(await EnlargedChamberAsync());
            Assert.Equal(0, _app.CspViolations);
        }
    }

    // --- Who may come in

    private async Task AdministratorAsync()
    {
        var administrator = await GuestAsync(TheStoryCommission.Administrator);
        await administrator.ChoosePasswordAsync(await TheStoryServer.CreateAdministratorAsync(_app, administrator.Person.Email), "01-administrator-password");

        await administrator.Visitor.GoAsync("/people/new");
        var secretary = TheStoryCommission.Secretary;
        await administrator.Page.Locator("#given").FillAsync(secretary.Given);
        await administrator.Page.Locator("#family").FillAsync(secretary.Family);
        await administrator.Page.Locator("#email").FillAsync(secretary.Email);
        await administrator.Page.Locator("#language").SelectOptionAsync(secretary.Language);
        await administrator.PressAsync("Save");
        await administrator.Page.GetByLabel("secretariat").CheckAsync();
        await administrator.PressAsync("Invite", exact: true);
        await Expect(administrator.Page.GetByText("is on its way.")).ToBeVisibleAsync(); // the window is closed right after
        await administrator.SeeAsync("02-administrator-invites-secretary");
        await administrator.Visitor.DisposeAsync();

        _secretary = await GuestAsync(secretary, 1440, 1000);
        await _secretary.ChoosePasswordAsync(await _mail.LinkAsync(secretary.Email, "account/password"), "03-secretary-password");
    }

    private async Task MembersAsync()
    {
        await ImportAsync("KindMembers", "membres.xlsx", TheStoryCommission.MembersSheet(Today), "04-import-members");
        await _secretary.Visitor.GoAsync("/people");
        await _secretary.SeeAsync("06-people");
        await _secretary.PressAsync("Inviter toutes les personnes");
        await Expect(_secretary.Page.Locator("dialog[open]")).ToBeVisibleAsync();
        await _secretary.SeeAsync("07-invite-all", wholePage: false);
        await _secretary.Page.Locator("dialog[open] button.danger").ClickAsync();
        await Expect(_secretary.Page.Locator(".notice")).ToContainTextAsync($"{TheStoryCommission.Members.Length + TheStoryCommission.Officers.Length} invitations");
    }

    private async Task PasswordsAsync()
    {
        var president = await GuestAsync(TheStoryCommission.President);
        await president.ChoosePasswordAsync(await InvitationAsync(president.Person));
        await president.Visitor.DisposeAsync();

        var sizes = new (int Width, int Height)[] { (1440, 1000), (1280, 900), (1280, 900), (1366, 768), (1280, 900), (320, 640) };
        _members = await Task.WhenAll(TheStoryCommission.Chamber.Zip(sizes, (person, size) => GuestAsync(person, size.Width, size.Height)));
        _substitute = await GuestAsync(TheStoryCommission.SubstituteOf(TheStoryCommission.Chamber[1]));
        await _members[2].Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var some in _members.Append(_substitute).Chunk(3))
            await Task.WhenAll(some.Select(async guest => await guest.ChoosePasswordAsync(
                await InvitationAsync(guest.Person), guest == _members[5] ? "08-phone-password" : null)));
        await _members[3].SeeAsync("09-member-at-home");
    }

    // --- What they come for

    /// <returns>The addresses of the room, as the mails say it, and of the big screen.</returns>
    private async Task<(string Room, string Display)> ConvokedAsync()
    {
        var day = NextTuesday(Today.AddDays(28));
        await PlanAsync("Chambre restreinte 1", day, "Finance Tower, salle 5.12");
        var page = _secretary.Page.Url;
        await ImportAsync("KindAgenda", "ordre-du-jour.xlsx", TheStoryCommission.AgendaSheet(day), "11-import-agenda");
        await _secretary.Visitor.GoAsync(new Uri(page).PathAndQuery);
        await _secretary.SeeAsync("13-meeting");
        var display = await ConveneAsync(_members[0].Person, "14-convened");

        var letter = await _mail.TextAsync(_members[3].Person.Email, "room/");
        Assert.Contains("14", letter, StringComparison.Ordinal);
        var room = await _mail.LinkAsync(_members[0].Person.Email, "room/");
        _clock.PutForwardTo(BrusselsTime.At(day, new(13, 45)));
        return (room, display);
    }

    private async Task PlanAsync(string chamber, DateOnly day, string place)
    {
        await _secretary.Visitor.GoAsync("/meetings/new");
        var option = _secretary.Page.Locator("#chamber option", new() { HasText = chamber }).First;
        await _secretary.Page.Locator("#chamber").SelectOptionAsync([(await option.GetAttributeAsync("value"))!]);
        await _secretary.Page.Locator("#day").FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await _secretary.Page.Locator("#hour").FillAsync("14:00");
        await _secretary.Page.Locator("#minutes").FillAsync("120");
        await _secretary.Page.Locator("input[name=mode][value=Hybrid]").CheckAsync(); // two members take part online
        await _secretary.Page.Locator("#place").FillAsync(place);
        await _secretary.Page.Locator("#place").BlurAsync();
        await _secretary.SeeAsync($"10-plan-{chamber.Split(' ')[1]}");
        await _secretary.PressAsync("Planifier la réunion");
        await Expect(_secretary.Page).ToHaveURLAsync(new Regex("/meetings/[0-9a-f-]{36}$"));
    }

    /// <returns>The address of the big screen.</returns>
    private async Task<string> ConveneAsync(StoryPerson convened, string picture)
    {
        await _secretary.PressAsync("Créer une adresse");
        var address = _secretary.Page.Locator(".screen-key input");
        await Expect(address).ToHaveValueAsync(new Regex("/display/"));
        await _secretary.PressAsync("Convoquer", exact: true);
        await _secretary.Page.Locator("dialog[open] button.danger").ClickAsync();
        await _mail.LinkAsync(convened.Email, $"room/{new Uri(_secretary.Page.Url).Segments[^1]}");
        await _secretary.PressAsync("Actualiser");
        await Expect(_secretary.Page.GetByText("Suivi par personne").First).ToBeVisibleAsync();
        await _secretary.SeeAsync(picture);
        return await address.InputValueAsync();
    }

    private async Task ImportAsync(string kind, string name, byte[] sheet, string picture)
    {
        await _secretary.Visitor.GoAsync("/import");
        await _secretary.Page.Locator($"input[name=kind][value={kind["Kind".Length..]}]").CheckAsync();
        await Expect(_secretary.Page.Locator("#import-file")).ToBeEnabledAsync();
        await _secretary.Page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = Sheet, Buffer = sheet });
        var confirm = _secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer ces changements" });
        var problems = _secretary.Page.Locator("#import-problems");
        await Expect(confirm.Or(problems)).ToBeVisibleAsync();
        await _secretary.SeeAsync($"{picture}-preview");
        Assert.Equal(0, await problems.CountAsync());
        await confirm.ClickAsync();
        await Expect(_secretary.Page.GetByText("Enregistré.").First).ToBeVisibleAsync();
        await _secretary.SeeAsync($"{picture}-done");
    }

    private DateOnly Today => BrusselsTime.DayInBrussels(_clock.GetUtcNow());

    private static DateOnly NextTuesday(DateOnly day) => day.AddDays(((int)DayOfWeek.Tuesday - (int)day.DayOfWeek + 7) % 7);

    private Task<string> InvitationAsync(StoryPerson person) => _mail.LinkAsync(person.Email, "account/password");

    private async Task<TheStoryGuest> GuestAsync(StoryPerson person, int width = 1280, int height = 900) =>
        new(_app, await VisitorAsync(person == TheStoryCommission.Administrator ? "en" : person.Language, _app, width, height), person);
}
