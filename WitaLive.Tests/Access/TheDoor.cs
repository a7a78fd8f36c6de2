using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.People;
using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Access;

/// <summary>Signing in as a browser does, over HTTP against the whole app.</summary>
public sealed partial class TheDoor
{
    [Fact]
    public async Task Opens_in_Development_to_any_person_with_one_click_and_closes_at_once_when_they_are_shut_out()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Development"));
        using var browser = Browser(app);
        var page = await browser.GetStringAsync(new Uri("dev/sign-in", UriKind.Relative));
        Assert.Equal(84, Choice().Count(page));

        await SignInAsync(browser, page, Choice().Match(page).Groups[1].Value);
        var account = await browser.GetAsync(new Uri("account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        Assert.Equal("/account", account.RequestMessage!.RequestUri!.AbsolutePath);

        // Whoever was offered first is no administrator: the page says so, and so does its status.
        var refused = await browser.GetAsync(new Uri("jobs", UriKind.Relative));
        Assert.Equal((HttpStatusCode.Forbidden, "/account/no-access"), (refused.StatusCode, refused.RequestMessage!.RequestUri!.AbsolutePath));

        // What does not exist is said in words, and by the answer.
        Assert.DoesNotContain("language-hint\"", await browser.GetStringAsync(new Uri("account", UriKind.Relative)), StringComparison.Ordinal);
        await browser.GetAsync(new Uri("language/en", UriKind.Relative));
        Assert.Contains("On this device, chosen at the top right: English. Messages to you: ", WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("account", UriKind.Relative))), StringComparison.Ordinal); // what holds of both
        foreach (var (missing, code, words) in new[]
        {
            ("chambers", HttpStatusCode.NotFound, "There is no such chamber"), ("my/applications", HttpStatusCode.NotFound, "There is no such application"),
            ("my/measures", HttpStatusCode.NotFound, "There is no such request"),
            ("decisions", HttpStatusCode.Forbidden, "decision"), // whether there is one, or it is not for this reader
        })
        {
            using var answer = await browser.GetAsync(new Uri($"{missing}/{Guid.NewGuid()}", UriKind.Relative));
            Assert.Equal((missing, code), (missing, answer.StatusCode));
            Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var id = Guid.Parse(Choice().Match(page).Groups[1].Value);
            await using (var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
                Assert.Equal(DateTimeOffset.UtcNow.DayInBrussels(), (await db.Users.SingleAsync(a => a.Id == id)).LastUsedOn); // an account that is used is kept
            await scope.ServiceProvider.GetRequiredService<PeopleDesk>().SetActiveAsync(Who.With(Roles.Administrator), new(id), false, default);
        }
        var after = await browser.GetAsync(new Uri("account", UriKind.Relative));
        Assert.Equal("/account/sign-in", after.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Closes_behind_who_signs_out_in_their_other_windows_and_for_a_copy_of_the_cookie_and_nowhere_else()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Development"));
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar };
        using var browser = new HttpClient(handler) { BaseAddress = app.Address };
        using var telephone = Browser(app);
        await SignInAsFirstAsync(browser);
        await SignInAsFirstAsync(telephone);
        var cookie = jar.GetCookies(app.Address)["WitaLive"]!.Value;
        var circuit = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat.Unprotect(cookie)!.Principal;
        // Signed in anew as the same person, as one is who chooses another language: it is the same session.
        await SignInAsFirstAsync(browser);
        var page = await browser.GetStringAsync(new Uri("account", UriKind.Relative));
        var shutOut = app.Services.GetRequiredService<AccountStamps>().WaitForChangeAsync(circuit, default);

        await PostAsync(browser, "/account/sign-out", page);

        await shutOut.WaitAsync(TimeSpan.FromSeconds(15));
        using var thief = Browser(app);
        thief.DefaultRequestHeaders.Add("Cookie", $"WitaLive={cookie}");
        Assert.Equal("/account/sign-in", (await thief.GetAsync(new Uri("account", UriKind.Relative))).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/account", (await telephone.GetAsync(new Uri("account", UriKind.Relative))).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Has_no_one_click_sign_in_outside_Development()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Production"));
        using var browser = Browser(app);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("dev/sign-in", UriKind.Relative))).StatusCode);
        Assert.DoesNotContain(
            app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(),
            e => e.RoutePattern.RawText?.Contains("dev/sign-in/as", StringComparison.Ordinal) == true);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        Assert.Equal(0, await db.Persons.CountAsync());
        Assert.Equal(39, await db.Seats.CountAsync());
    }

    [Fact]
    public async Task Answers_the_same_for_an_unknown_account_and_a_wrong_password_and_then_asks_for_patience()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Development"));
        using var browser = Browser(app);
        string known;
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
            known = (await db.Persons.AsNoTracking().FirstAsync()).Email;

        var wrong = await TryAsync(browser, known);
        Assert.Contains("do not belong together", wrong, StringComparison.Ordinal);
        Assert.Contains("do not belong together", await TryAsync(browser, "nobody@example.org"), StringComparison.Ordinal);
        for (var i = 0; i < 4; i++)
            wrong = await TryAsync(browser, known);
        Assert.Contains("do not belong together", wrong, StringComparison.Ordinal);
        Assert.Contains("Too many attempts", await TryAsync(browser, known), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_in_with_the_chosen_password_in_the_language_of_the_person()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Production"));
        Uri link;
        await using (var scope = app.Services.CreateAsyncScope())
            link = await scope.ServiceProvider.GetRequiredService<Invitations>()
                .CreateAdministratorAsync("ada.peeters@example.org", TimeProvider.System.GetUtcNow(), default);
        using var browser = Browser(app);

        var page = await browser.GetStringAsync(new Uri(link.PathAndQuery, UriKind.Relative));
        var chosen = await PostAsync(browser, link.PathAndQuery, page, ("Wanted", "four horses in the snow"), ("Again", "four horses in the snow"));
        Assert.Equal("/", chosen.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/people", (await browser.GetAsync(new Uri("people", UriKind.Relative))).RequestMessage!.RequestUri!.AbsolutePath);

        using var another = Browser(app);
        var entered = await PostAsync(
            another, "/account/sign-in?returnUrl=%2Faccount", await another.GetStringAsync(new Uri("account/sign-in?returnUrl=%2Faccount", UriKind.Relative)),
            ("Email", "ADA.peeters@example.org"), ("Password", "four horses in the snow"));
        Assert.Equal("/account", entered.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("Ada Peeters", await entered.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);

        // Somebody guesses from many addresses: a device that was never let in waits, the owner's own does not.
        for (var i = 0; i < SignInGate.FailuresOfStrangers; i++)
            app.Services.GetRequiredService<SignInGate>().TryEnter("ada.peeters@example.org", $"192.0.2.{i}", null, out _);
        using var stranger = Browser(app);
        var refused = await EnterAsync(stranger);
        Assert.Matches(@"the next attempt is possible at \d\d:\d\d", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.Equal("/account/sign-in", refused.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/", (await EnterAsync(another)).RequestMessage!.RequestUri!.AbsolutePath);

        static async Task<HttpResponseMessage> EnterAsync(HttpClient browser) => await PostAsync(
            browser, "/account/sign-in", await browser.GetStringAsync(new Uri("account/sign-in", UriKind.Relative)), ("Email", "ada.peeters@example.org"), ("Password", "four horses in the snow"));
    }

    [Fact]
    public async Task Slows_down_whoever_found_a_browser_open_and_guesses_its_password_to_change_it()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Development"));
        using var browser = Browser(app);
        var page = await browser.GetStringAsync(new Uri("dev/sign-in", UriKind.Relative));
        await SignInAsync(browser, page, Choice().Match(page).Groups[1].Value);

        for (var i = 0; i < SignInGate.FailuresPerAccount; i++)
            Assert.DoesNotMatch(Patience(), await GuessAsync(browser));
        Assert.Matches(Patience(), await GuessAsync(browser));
    }

    [Fact]
    public async Task Leads_whoever_only_applies_to_an_account_without_any_part_of_the_Commission()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Production"));
        await using (var scope = app.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Invitations>().SignUpAsync("Ysaline", "Grosdent", "ysaline@example.org", "en", TimeProvider.System.GetUtcNow(), default));
        string mail;
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
            mail = (await db.Set<OutgoingMail>().AsNoTracking().SingleAsync()).Text;
        var link = new Uri(Link().Match(mail).Value).PathAndQuery;
        using var browser = Browser(app);

        await PostAsync(browser, link, await browser.GetStringAsync(new Uri(link, UriKind.Relative)), ("Wanted", "four horses in the snow"), ("Again", "four horses in the snow"));
        var account = await browser.GetStringAsync(new Uri("account", UriKind.Relative));

        Assert.Contains("Ysaline Grosdent", account, StringComparison.Ordinal);
        Assert.DoesNotContain("tie-words", account, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Act\"", account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_in_health_whether_a_vote_can_be_recorded()
    {
        await using var app = await RunningApp.StartAsync(web => web.UseSetting("environment", "Production"));
        using var browser = Browser(app);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("health", UriKind.Relative))).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, "health");
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(head)).StatusCode);
    }

    [Fact]
    public async Task Answers_whoever_asks_for_the_head_of_a_page()
    {
        await using var app = await RunningApp.StartAsync();
        using var browser = Browser(app);

        foreach (var (page, answer) in new[] { ("", 200), ("account/sign-in", 200), ("simulators", 200), ("display/demo", 200), ("no-such-page", 404) })
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, page);
            using var answered = await browser.SendAsync(head);

            Assert.Equal((page, answer), (page, (int)answered.StatusCode));
            Assert.Empty(await answered.Content.ReadAsByteArrayAsync());
        }
    }

    private static HttpClient Browser(RunningApp app)
    {
        var browser = new HttpClient { BaseAddress = app.Address };
        browser.DefaultRequestHeaders.Add("Accept-Language", "en");
        return browser;
    }

    private static async Task<string> GuessAsync(HttpClient browser)
    {
        var page = await browser.GetStringAsync(new Uri("account", UriKind.Relative));
        using var guess = new FormUrlEncodedContent(
        [
            new("_handler", "change"), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            new("Current", "not the right one"), new("New", "four horses in the snow"), new("Again", "four horses in the snow"),
        ]);
        var answer = await browser.PostAsync(new Uri("account", UriKind.Relative), guess);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task SignInAsFirstAsync(HttpClient browser)
    {
        var choice = await browser.GetStringAsync(new Uri("dev/sign-in", UriKind.Relative));
        await SignInAsync(browser, choice, Choice().Match(choice).Groups[1].Value);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string page, string person) =>
        PostAsync(browser, "/dev/sign-in/as", page, ("person", person));

    private static async Task<string> TryAsync(HttpClient browser, string email)
    {
        var page = await browser.GetStringAsync(new Uri("account/sign-in", UriKind.Relative));
        var answer = await PostAsync(browser, "/account/sign-in", page, ("Email", email), ("Password", "not the right one"));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([
            .. Handler().Match(page) is { Success: true } handler ? [new("_handler", handler.Groups[1].Value)] : Array.Empty<KeyValuePair<string, string>>(),
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    // In the language of whoever is signed in.
    [GeneratedRegex("Too many attempts|Trop de tentatives|Te veel pogingen")]
    private static partial Regex Patience();

    [GeneratedRegex(@"https?://\S+key=\S+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();

    [GeneratedRegex("name=\"person\" value=\"([^\"]+)\"")]
    private static partial Regex Choice();
}
