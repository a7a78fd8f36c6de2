using WitaLive.Tests;
using WitaLive.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}.{nameof(InGoodOrder)}", $"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}")]

namespace WitaLive.Tests;

/// <summary>The long row of browser tests begins first, beside all that needs no browser; the sweep of pages, which keeps two processors busy by itself, comes last.</summary>
public sealed class InGoodOrder : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName switch
        {
            Browsers.Collection => 0,
            Browsers.Sweep => 2,
            _ => 1,
        });
}
