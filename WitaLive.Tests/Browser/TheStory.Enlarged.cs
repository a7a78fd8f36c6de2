using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WitaLive.App.Languages;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

public sealed partial class TheStory
{
    // How each seat of the enlarged chamber votes whose members sit at no browser of ours: by hand, as the secretary saw it.
    private static readonly (string Seat, string Choice)[] s_byHand =
    [
        ("fr experts 4", "Pour"), ("fr experts 5", "Pour"), ("nl experts 2", "Contre"), ("nl experts 3", "Contre"), ("nl experts 4", "S’abstenir"),
        ("fr administrations 2", "Pour"), ("nl administrations 1", "Pour"), ("fr unions 2", "Pour"), ("nl unions 1", "Contre"),
        ("fr employers 2", "Contre"), ("nl employers 1", "Contre"), ("nl experts 1", "Pour"),
    ];

    private TheStoryGuest _president = null!;

    /// <returns>The address of its room.</returns>
    private async Task<string> EnlargedChamberAsync()
    {
        var day = NextTuesday(Today.AddDays(28));
        await PlanAsync("Chambre élargie", day, "Finance Tower, salle des séances");
        await _secretary.UnfoldAsync("Ajouter des dossiers");
        await _secretary.Page.GetByLabel("FR-0106").CheckAsync();
        await _secretary.PressAsync("Ajouter les dossiers choisis (1)");
        await Expect(_secretary.Page.Locator(".plan-agenda li")).ToHaveCountAsync(1);
        var display = await ConveneAsync(_members[3].Person, "43-enlarged-convened");
        var room = await _mail.LinkAsync(_members[3].Person.Email, $"room/{new Uri(_secretary.Page.Url).Segments[^1]}");
        _clock.PutForwardTo(BrusselsTime.At(day, new(13, 45)));

        await EighteenComeAsync(room, display);
        await EighteenVoteAsync();
        await SixtyPerCentAsync();
        return room;
    }

    private async Task EighteenComeAsync(string room, string display)
    {
        await _substitute.Visitor.DisposeAsync();
        _president = await GuestAsync(TheStoryCommission.President, 1600, 1000);
        await _secretary.SignListAsync(room);
        await _screen.GotoAsync(new Uri(display).PathAndQuery.TrimStart('/'));
        await _president.SignListAsync(room);
        foreach (var some in _members.Chunk(3))
            await Task.WhenAll(some.Select(m => m.SignListAsync(room)));
        foreach (var (seat, _) in s_byHand)
        {
            var row = _secretary.Page.Locator(".attendance > li", new() { HasText = Holder(seat).Name });
            await row.GetByRole(AriaRole.Button, new() { Name = "Signer", Disabled = false }).PressAsync("Enter");
            await Expect(row).ToHaveClassAsync(new Regex(@"\bin\b"));
        }
        await ScreenAsync("44-screen-eighteen");
        await TheHourComesAsync(_president);
        await _president.PresideAsync("Ouvrir la réunion");
        await _president.PresideAsync("Appeler le point 1");
        await _president.SeeAsync("45-president-item");
        await _president.PutToTheVoteAsync();
    }

    private async Task EighteenVoteAsync()
    {
        await _members[3].VoteAsync("against");
        foreach (var some in _members.Where(m => m != _members[3]).Chunk(3))
            await Task.WhenAll(some.Select(m => m.VoteAsync("for")));
        var form = _secretary.Page.Locator("details", new() { Has = _secretary.Page.Locator("summary", new() { HasText = "Saisir un vote" }) });
        foreach (var (seat, choice) in s_byHand)
        {
            await form.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = Holder(seat).Name });
            await form.GetByLabel(choice, new() { Exact = true }).CheckAsync();
            await _secretary.PressAsync("Saisir ce vote");
            await Expect(form.Locator("select")).ToHaveValueAsync(Guid.Empty.ToString());
            if (seat == "fr experts 4")
                await _members[4].SeeAsync("46-english-asked-to-confirm");
        }
        await _secretary.SeeAsync("47-secretary-witnessed");
        var confirm = _president.Page.GetByRole(AriaRole.Button, new() { Name = "Confirmer" });
        foreach (var (seat, _) in s_byHand)
        {
            if (seat == s_byHand[^1].Seat)
                await SoFarAsync();
            var row = _president.Page.Locator(".witnessed li", new() { HasText = Holder(seat).Name });
            await row.GetByRole(AriaRole.Button, new() { Name = "Confirmer", Disabled = false }).PressAsync("Enter");
            await Expect(row).ToHaveCountAsync(0);
        }
        await Expect(confirm).ToHaveCountAsync(0);
    }

    // Ten of eighteen weights: more than half, and not enough.
    private async Task SoFarAsync()
    {
        await Expect(_members[1].Page.Locator(".majority")).ToContainTextAsync("55,55");
        await Expect(_members[1].Page.Locator(".majority")).ToContainTextAsync("5/9");
        await _members[1].SeeAsync("48-not-yet-sixty");
    }

    private async Task SixtyPerCentAsync()
    {
        await Expect(_members[1].Page.Locator(".majority")).ToContainTextAsync("61,11");
        await Expect(_members[1].Page.Locator(".majority")).ToContainTextAsync("11/18");
        await _members[2].SeeAsync("49-dark-german-sixty");
        await _members[5].SeeAsync("50-phone-sixty", wholePage: false);
        await _president.SeeAsync("51-president-sixty");
        await ScreenAsync("52-screen-sixty");
        await _president.PresideAsync("Clôturer le vote");
        await Expect(_members[0].Page.Locator("#result-title")).ToHaveTextAsync("Adopté : attestation « plus »");
        await Expect(_members[0].Page.Locator(".result")).ToContainTextAsync("11/18");
        await Expect(_members[2].Page.Locator(".result")).ToContainTextAsync("61,11");
        await Expect(_screen.Locator(".outcome-carried").First).ToBeVisibleAsync();
        await _president.PresideAsync(_president.Page.Locator(".due").GetByRole(AriaRole.Button, new() { Name = "Acter :" }));
        await Expect(_president.Page.Locator(".due")).ToHaveCountAsync(0);
        await _president.UnfoldAsync("Suspendre ou clore la réunion");
        await _president.ConfirmAsync("Clore la réunion");
        await Expect(_members[0].Page.Locator(".room-item")).ToContainTextAsync("La réunion est levée");
        await _members[0].SeeAsync("53-enlarged-closed");
        await ScreenAsync("54-screen-closed");
    }

    private static StoryPerson Holder(string seat) => TheStoryCommission.Members.Single(m => m.Seat == seat && !m.IsSubstitute);
}
