using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Browser;

/// <summary>Visits all pages there are: in four languages, wide and narrow, light and dark.</summary>
/// <remarks>Beside the other browser tests, with a browser and an app of its own: it takes as long as all of them.</remarks>
[Collection(Browsers.Sweep)]
public class EveryPage(Browsers browsers, SweptCommission swept) : BrowserTest(browsers), IClassFixture<SweptCommission>
{
    private const int Narrow = 320;
    private const int Wide = 1280;
    private const int AtOnce = 8;

    // Each page is opened in one language, the next page in the next one, and looked at twice there: narrow in one dress, wide in the other.
    // Whoever wants pictures sees all pages in all four.
    private static readonly ImmutableArray<(string Language, ColorScheme Narrow)> s_turns =
        [("fr", ColorScheme.Light), ("nl", ColorScheme.Dark), ("de", ColorScheme.Dark), ("en", ColorScheme.Light)];

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [TheoryNeeding(Need.Chromium)]
    [MemberData(nameof(Languages))]
    public async Task Is_without_barriers_and_fits(string language)
    {
        // Two at a time, and a few pages each time, however long the list of one reader is.
        var waiting = new ConcurrentQueue<PageVisit[]>(
            PageVisits.All.Where(visit => IsWanted(visit, language)).GroupBy(visit => visit.As).SelectMany(group => group.Chunk(AtOnce)).OrderByDescending(visits => visits.Length));
        var faults = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            while (waiting.TryDequeue(out var sameReader))
                await VisitAsync(sameReader, language, faults);
        }));
        Assert.True(faults.IsEmpty, string.Join("\n\n", faults));
    }

    [Fact]
    public void Is_in_the_list_of_visits() =>
        Assert.Equal(PageVisits.Routes, PageVisits.All.Select(visit => visit.Route).Distinct().Order(StringComparer.Ordinal));

    private static int TurnOf(string language) => s_turns.IndexOf(s_turns.Single(one => one.Language == language));

    private static bool IsWanted(PageVisit visit, string language) =>
        Visitor.WantsPictures ? Regex.IsMatch(visit.Route, Visitor.PicturesOf) : PageVisits.All.IndexOf(visit) % s_turns.Length == TurnOf(language);

    private async Task VisitAsync(PageVisit[] visits, string language, ConcurrentBag<string> faults)
    {
        var cookies = visits[0].As is { } reader ? await swept.CookiesOf.GetOrAdd(reader, _ => new(() => SignedInAsync(reader))).Value : null;
        var visitor = await VisitorAsync(language, swept.App, Narrow, cookies: cookies);
        await visitor.SpeakAsync(language);
        foreach (var visit in visits)
            try
            {
                await LookAsync(visitor, visit, s_turns[TurnOf(language)]);
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or PlaywrightException or TimeoutException)
            {
                faults.Add($"{visit}: {e.Message}");
            }
    }

    private async Task<string> SignedInAsync(string reader)
    {
        var visitor = await VisitorAsync(app: swept.App);
        await visitor.SignInAsync(reader);
        return await visitor.Context.StorageStateAsync();
    }

    private async Task LookAsync(Visitor visitor, PageVisit visit, (string Language, ColorScheme Narrow) turn)
    {
        await DressAsync(visitor, Narrow, turn.Narrow);
        if (visit.IsBigScreen)
        {
            await visitor.Page.GotoAsync(visit.Path(swept).TrimStart('/'));
            await Assertions.Expect(visitor.Page.Locator("h1").First).Not.ToBeEmptyAsync();
        }
        else
        {
            await visitor.GoAsync(visit.Path(swept));
            await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", turn.Language);
            await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
            await Assertions.Expect(visitor.Page.Locator(".skeleton")).ToHaveCountAsync(visit.Route == "/specimens" ? 1 : 0);
        }
        await CheckAsync($"pages/{turn.Language}/{visit.Name}-narrow");
        await DressAsync(visitor, Wide, turn.Narrow is ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark);
        await CheckAsync($"pages/{turn.Language}/{visit.Name}-wide");

        async Task CheckAsync(string picture)
        {
            await visitor.PictureAsync(picture);
            await visitor.FitsAsync();
            await visitor.HasNoBarriersAsync();
        }
    }

    private static async Task DressAsync(Visitor visitor, int width, ColorScheme colours)
    {
        await visitor.Page.SetViewportSizeAsync(width, 800);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
    }
}
