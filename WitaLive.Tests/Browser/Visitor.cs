using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using WitaLive.App.Languages;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Browser;

/// <summary>One person at one browser window, in one language.</summary>
public sealed class Visitor : IAsyncDisposable
{
    // Only what is wrong comes back; the runner of Deque's package for Playwright has all of it written down and takes three times as long.
    // Style sheets are not fetched a second time (preload): the one rule that reads them is an experiment, and not asked.
    private const string Barriers = """
        async () => (await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
            preload: false,
        })).violations.map(found => `${found.id}, ${found.help}\n` + found.nodes.slice(0, 3).map(node => `    ${node.html}`).join('\n'))
        """;

    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    // The address changes before the page does: Blazor says when it has fetched the next one and put it in the place of the last.
    private const string Travelling = """
        document.addEventListener('DOMContentLoaded', () => {
            window.Blazor?.addEventListener?.('enhancednavigationstart', () => { document.documentElement.setAttribute('data-travelling', ''); });
            window.Blazor?.addEventListener?.('enhancednavigationend', () => { document.documentElement.removeAttribute('data-travelling'); });
        });
        """;

    private readonly List<string> _faults = [];

    /// <summary>Some hundred pictures are for whoever wants to look; no test needs them.</summary>
    public static bool WantsPictures { get; } = Environment.GetEnvironmentVariable("WITALIVE_PICTURES") is { Length: > 0 };

    /// <summary>The routes of which pictures are wanted, as a regular expression: WITALIVE_PICTURES=report. With 1, of all.</summary>
    public static string PicturesOf { get; } = Environment.GetEnvironmentVariable("WITALIVE_PICTURES") is { Length: > 1 } part ? part : "";

    private Visitor(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        context.Page += (_, opened) => Watch(opened);
        Watch(page);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained of: scripts that failed, and what the content security policy refused.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public bool MayComplain { get; private init; }

    private string ReadsIn { get; init; } = "en";

    internal static async Task<Visitor> ArriveAsync(IBrowser browser, Uri site, string language, int width, int height, bool mayComplain, string? cookies = null)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            Locale = Language.Find(language)!.Culture.Name,
            TimezoneId = "Europe/Brussels",
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = cookies,
        });
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync(Travelling);
        return new(context, await context.NewPageAsync()) { MayComplain = mayComplain, ReadsIn = language };
    }

    /// <summary>Opens a page and waits until it answers to clicks.</summary>
    public async Task<IResponse?> GoAsync(string path)
    {
        var response = await Page.GotoAsync(path.TrimStart('/'), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await ReadyAsync();
        return response;
    }

    /// <summary>Becomes a person of the commission, by full name, through the page that exists in Development only.</summary>
    /// <param name="language">Spoken from then on; null for this window's.</param>
    public async Task SignInAsync(string name, string? language = null)
    {
        await GoAsync($"/dev/sign-in?find={Uri.EscapeDataString(name)}");
        await Page.Locator("form[action='/dev/sign-in/as'] button", new() { HasText = name }).First.ClickAsync();
        await Assertions.Expect(Page.Locator("header a[href='account']")).ToHaveTextAsync(name);
        await ReadyAsync();
        await GoAsync($"/language/{language ?? ReadsIn}");
    }

    /// <summary>Has the pages that come in a language, without opening one.</summary>
    public Task SpeakAsync(string language) => Context.APIRequest.GetAsync($"language/{language}", new() { MaxRedirects = 0 });

    /// <summary>After a navigation or a reload: waits until the page answers to clicks.</summary>
    public Task ReadyAsync() => Page.Locator("html:not([data-travelling]):has(title:not(:empty)) main:not([data-page='starting']):not(:has([data-waits]))").WaitForAsync();

    /// <summary>Waits until the window stands at an address, asked for again and again: Playwright's own waiting for a navigation misses one that just happened.</summary>
    public async Task ArrivesAtAsync(Regex address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(address, new() { Timeout = 15_000 });
        await ReadyAsync();
    }

    /// <summary>An act of whoever presides, by keyboard: done when their reading has moved on to what comes next. Until then the focus moves by itself.</summary>
    public async Task PresideAsync(ILocator button)
    {
        await button.PressAsync("Enter");
        await Assertions.Expect(Page.Locator(".stage > h3")).ToBeFocusedAsync();
    }

    /// <summary>Fails with what axe found on the page as it is now.</summary>
    public async Task HasNoBarriersAsync()
    {
        await ReadyAsync();
        if (!await Page.EvaluateAsync<bool>("'axe' in window"))
            await Page.EvaluateAsync(s_axe);
        var found = await Page.EvaluateAsync<string[]>(Barriers);
        Assert.True(found.Length == 0, string.Join('\n', found.Select(one => $"{Page.Url}: {one}")));
    }

    /// <summary>Fails when the page has to be pushed sideways.</summary>
    public async Task FitsAsync()
    {
        var (wide, window) = (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await Page.EvaluateAsync<int>("innerWidth"));
        Assert.True(wide <= window, $"{Page.Url} is {wide} px wide in a window of {window} px.");
    }

    /// <summary>Leaves TestResults/NAME.png, for people to look at, when they ask for pictures by WITALIVE_PICTURES=1.</summary>
    public Task PictureAsync(string name, bool wholePage = true) => PictureAsync(Page, name, wholePage);

    /// <inheritdoc cref="PictureAsync(string, bool)"/>
    public static Task PictureAsync(IPage page, string name, bool wholePage) => WantsPictures
        ? page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "TestResults", $"{name}.png"), FullPage = wholePage })
        : Task.CompletedTask;

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _faults.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                _faults.Add($"{page.Url}: {message.Text}");
        };
    }
}
