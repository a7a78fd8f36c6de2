using WitaLive.Tests;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Year;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}.{nameof(InGoodOrder)}", $"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}")]

namespace WitaLive.Tests;

/// <summary>The long row of browser tests begins first, beside it the longest test that needs no browser, then all others; the sweep of pages, which keeps two processors busy by itself, comes last.</summary>
public sealed class InGoodOrder : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName switch
        {
            Browsers.Collection => 0,
            Browsers.Sweep => 3,
            { } name when name.Contains(nameof(AYearOfMeetings), StringComparison.Ordinal) => 1,
            _ => 2,
        });
}
