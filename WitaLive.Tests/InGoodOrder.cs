using WitaLive.Tests;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Settings;
using WitaLive.Tests.Year;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}.{nameof(InGoodOrder)}", $"{nameof(WitaLive)}.{nameof(WitaLive.Tests)}")]

namespace WitaLive.Tests;

/// <summary>What takes longest begins first: the two rows of browser tests, the sweep of pages, the longest test that needs no browser, the row that starts the program over and over; then all others.</summary>
public sealed class InGoodOrder : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName switch
        {
            Browsers.Sitting or Browsers.Sweep => 0,
            Browsers.Collection => 1,
            { } name when name.Contains(nameof(AYearOfMeetings), StringComparison.Ordinal) => 2,
            { } name when name.Contains(nameof(StartingTheProgram), StringComparison.Ordinal) => 3,
            _ => 4,
        });
}
