using System.Collections.Concurrent;

namespace WitaLive.Tests.Browser;

/// <summary>A test with one or more people at their browsers. At its end no page may have complained of anything.</summary>
[Collection(Browsers.Collection)]
[Trait("Category", "Browser")]
public abstract class BrowserTest(Browsers browsers) : IAsyncLifetime
{
    private readonly ConcurrentBag<Visitor> _visitors = [];

    protected RunningApp App => browsers.App;

    /// <summary>A new window of someone who is not signed in.</summary>
    /// <param name="mayComplain">The test is about what the browser refuses.</param>
    /// <param name="cookies">Of a window that was there before; null for none.</param>
    protected Task<Visitor> VisitorAsync(string language = "en", RunningApp? app = null, int width = 1280, int height = 800, bool mayComplain = false, string? cookies = null) =>
        VisitorAsync((app ?? App).Address, language, width, height, mayComplain, cookies);

    /// <summary>The same at any site.</summary>
    protected async Task<Visitor> VisitorAsync(Uri site, string language = "en", int width = 1280, int height = 800, bool mayComplain = false, string? cookies = null)
    {
        var visitor = await Visitor.ArriveAsync(browsers.Chromium, site, language, width, height, mayComplain, cookies);
        _visitors.Add(visitor);
        return visitor;
    }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        var faults = _visitors.Where(visitor => !visitor.MayComplain).SelectMany(visitor => visitor.Faults).ToList();
        foreach (var visitor in _visitors)
            await visitor.DisposeAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
