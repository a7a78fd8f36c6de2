using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Live;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

/// <summary>Someone of the story at their browser, doing what they do on any day. Nothing here knows a language but by the words given to it.</summary>
internal sealed class TheStoryGuest(RunningApp app, Visitor visitor, StoryPerson person)
{
    public StoryPerson Person => person;

    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public ILocator VoteStatus => Page.Locator(".vote-status");

    /// <summary>Follows the link of a mail, chooses a password with it, and is signed in at once.</summary>
    public async Task ChoosePasswordAsync(string link, string? picture = null)
    {
        await visitor.GoAsync(new Uri(link).PathAndQuery);
        if (picture is not null)
            await SeeAsync(picture);
        await Page.Locator("#wanted").FillAsync(person.Password);
        await Page.Locator("#again").FillAsync(person.Password);
        await Page.Locator("form.account-form button.primary").ClickAsync();
        await IsSignedInAsync();
    }

    /// <summary>Opens the address of a mail; whoever is no longer signed in is asked for address and password first, and then is where the mail led.</summary>
    public async Task ComeAsync(string link)
    {
        var path = new Uri(link).PathAndQuery;
        await visitor.GoAsync(path);
        if (await Page.Locator("#password").CountAsync() > 0)
        {
            await Page.Locator("#email").FillAsync(person.Email);
            await Page.Locator("#password").FillAsync(person.Password);
            await Page.Locator("form.account-form button.primary").ClickAsync();
            await IsSignedInAsync();
        }
        await Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(path) + "$"));
        await visitor.ReadyAsync();
    }

    /// <summary>Enters the room and signs the attendance list.</summary>
    public async Task SignListAsync(string room, bool isOnline = false)
    {
        await ComeAsync(room);
        await SignAgainAsync(isOnline);
    }

    public async Task SignAgainAsync(bool isOnline = false)
    {
        await Page.Locator(".sign-in-acts button").Nth(isOnline ? 1 : 0).ClickAsync();
        await Expect(Page.Locator(".sign-in")).ToHaveCountAsync(0);
    }

    /// <param name="choice">for, against, or abstain.</param>
    public async Task VoteAsync(string choice)
    {
        await Page.Locator($".vote-choice.vote-{choice}:not([aria-disabled])").ClickAsync();
        await Expect(Page.Locator($".vote-choice.vote-{choice}")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(VoteStatus).ToHaveClassAsync(new Regex("vote-status-recorded"));
    }

    /// <summary>By keyboard, once the button can be used: a click on what has only just appeared is not taken for meant.</summary>
    public Task PressAsync(string name, bool exact = false) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact, Disabled = false }).PressAsync("Enter");

    /// <inheritdoc cref="Visitor.PresideAsync"/>
    public Task PresideAsync(string name) => visitor.PresideAsync(Page.GetByRole(AriaRole.Button, new() { Name = name, Disabled = false }));

    /// <inheritdoc cref="Visitor.PresideAsync"/>
    public Task PresideAsync(ILocator button) => visitor.PresideAsync(button);

    /// <summary>As the chair: chooses the most favourable outcome by its key and opens the ballot on it.</summary>
    public async Task PutToTheVoteAsync()
    {
        await Page.Locator(".stage .outcomes input").First.PressAsync("1");
        await PresideAsync("Ouvrir le vote");
    }

    /// <summary>Opens what is folded away, when it is.</summary>
    public async Task UnfoldAsync(string summary)
    {
        var details = Page.Locator("details", new() { Has = Page.Locator("summary", new() { HasText = summary }) }).First;
        if (await details.GetAttributeAsync("open") is null)
            await details.Locator("summary").First.ClickAsync();
    }

    /// <summary>Asks for what cannot be taken back, and says yes to the question. What it leads to comes after.</summary>
    public async Task ConfirmAsync(string name)
    {
        await PressAsync(name);
        await Page.Locator("dialog[open] button.danger").ClickAsync();
        await Expect(Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    /// <summary>A picture of the newest state. A whole page is taken from its beginning, where what sticks to the window stands at its own place.</summary>
    public async Task SeeAsync(string picture, bool wholePage = true)
    {
        if (RoomVersion(app, Page.Url) is { } version)
            await Expect(Page.Locator("#room-version")).ToHaveAttributeAsync("data-mark", $";v{version};");
        if (wholePage)
            await Page.EvaluateAsync("scrollTo(0, 0)");
        await visitor.PictureAsync($"story/{picture}", wholePage);
    }

    /// <summary>How far the meeting at this address has come; null when it is no room.</summary>
    public static int? RoomVersion(RunningApp app, string address) => new Uri(address).Segments is [_, "room/", var id]
        ? app.Services.GetRequiredService<MeetingRooms>().Find(new(Guid.Parse(id)))?.Meeting.Version
        : null;

    private async Task IsSignedInAsync()
    {
        await Expect(Page.Locator("header a[href='account']")).ToHaveTextAsync(person.Name);
        await visitor.ReadyAsync();
    }
}
