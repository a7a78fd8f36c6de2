using WitaLive.Tests;
using WitaLive.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}.{nameof(LongestFirst)}", $"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}")]

namespace WitaLive.Tests;

/// <summary>The two long rows of browser tests begin first, beside one another: begun last, one of them would run on alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.DisplayName is Browsers.Collection or Browsers.Sweep);
}
