using Microsoft.Playwright;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Browser;

/// <summary>Visits all pages there are: in four languages, wide and narrow, light and dark.</summary>
public class EveryPage(Browsers browsers) : BrowserTest(browsers)
{
    // Each combination of width and colours meets each page once, in another language.
    private static readonly ImmutableDictionary<string, (int Width, ColorScheme Colours)> s_looks = new Dictionary<string, (int, ColorScheme)>
    {
        ["fr"] = (320, ColorScheme.Light),
        ["nl"] = (1280, ColorScheme.Dark),
        ["de"] = (320, ColorScheme.Dark),
        ["en"] = (1280, ColorScheme.Light),
    }.ToImmutableDictionary();

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [TheoryNeeding(Need.Chromium)]
    [MemberData(nameof(Languages))]
    public async Task Is_without_barriers_and_fits(string language)
    {
        var (width, colours) = s_looks[language];
        foreach (var sameReader in PageVisits.All.GroupBy(visit => visit.SignIn))
            await Task.WhenAll(sameReader.Chunk((sameReader.Count() + 1) / 2).Select(half => VisitAsync(half, language, width, colours)));
    }

    [Fact]
    public void Is_in_the_list_of_visits() =>
        Assert.Equal(PageVisits.Routes, PageVisits.All.Select(visit => visit.Route).Distinct().Order(StringComparer.Ordinal));

    private async Task VisitAsync(PageVisit[] visits, string language, int width, ColorScheme colours)
    {
        var visitor = await VisitorAsync(language, width: width);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        if (visits[0].SignIn is { } signIn)
            await signIn(visitor);
        foreach (var visit in visits)
        {
            await visitor.GoAsync(await visit.Path(App));
            await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
            await visitor.PictureAsync($"pages/{language}{(visit.Route == "/" ? "/start" : visit.Route)}");
            await visitor.FitsAsync();
            await visitor.HasNoBarriersAsync();
        }
    }
}
