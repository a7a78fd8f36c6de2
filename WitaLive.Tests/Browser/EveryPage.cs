using System.Collections.Concurrent;
using Microsoft.Playwright;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Browser;

/// <summary>Visits all pages there are: in four languages, wide and narrow, light and dark.</summary>
/// <remarks>Beside the other browser tests, with a browser and an app of its own: it takes as long as all of them.</remarks>
[Collection(Browsers.Sweep)]
public class EveryPage(Browsers browsers, SweptCommission swept) : BrowserTest(browsers), IClassFixture<SweptCommission>
{
    // Each combination of width and colours meets each page once, in another language.
    private static readonly ImmutableDictionary<string, (int Width, ColorScheme Colours)> s_looks = new Dictionary<string, (int, ColorScheme)>
    {
        ["fr"] = (320, ColorScheme.Light),
        ["nl"] = (1280, ColorScheme.Dark),
        ["de"] = (320, ColorScheme.Dark),
        ["en"] = (1280, ColorScheme.Light),
    }.ToImmutableDictionary();

    // Four visits to each page took as long as all other tests together. Each is visited twice, wide and narrow, light and dark: one page
    // in French and Dutch, the next in German and English; whoever wants pictures sees all four.
    private static readonly ImmutableDictionary<string, int> s_visitedIn = new Dictionary<string, int> { ["fr"] = 0, ["nl"] = 0, ["de"] = 1, ["en"] = 1 }.ToImmutableDictionary();

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [TheoryNeeding(Need.Chromium)]
    [MemberData(nameof(Languages))]
    public async Task Is_without_barriers_and_fits(string language)
    {
        // Two at a time, however long the list of one reader is.
        var waiting = new ConcurrentQueue<IGrouping<string?, PageVisit>>(PageVisits.All.GroupBy(visit => visit.As).OrderByDescending(group => group.Count()));
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

    private async Task VisitAsync(IGrouping<string?, PageVisit> visits, string language, ConcurrentBag<string> faults)
    {
        var (width, colours) = s_looks[language];
        var visitor = await VisitorAsync(language, swept.App, width);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        if (visits.Key is { } person)
            await visitor.SignInAsync(person, language);
        foreach (var visit in visits.Where(visit => Visitor.WantsPictures ? visit.Route.Contains(Visitor.PicturesOf, StringComparison.Ordinal) : PageVisits.All.IndexOf(visit) % 2 == s_visitedIn[language]))
            try
            {
                await LookAsync(visitor, visit, language);
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or PlaywrightException or TimeoutException)
            {
                faults.Add($"{visit}: {e.Message}");
            }
    }

    private async Task LookAsync(Visitor visitor, PageVisit visit, string language)
    {
        if (visit.IsBigScreen)
        {
            await visitor.Page.GotoAsync(visit.Path(swept).TrimStart('/'));
            await Assertions.Expect(visitor.Page.Locator("h1").First).Not.ToBeEmptyAsync();
        }
        else
        {
            await visitor.GoAsync(visit.Path(swept));
            await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
            await Assertions.Expect(visitor.Page.Locator(".skeleton")).ToHaveCountAsync(visit.Route == "/specimens" ? 1 : 0);
        }
        await visitor.PictureAsync($"pages/{language}/{visit.Name}");
        await visitor.FitsAsync();
        await visitor.HasNoBarriersAsync();
    }
}
