using Microsoft.Playwright;

namespace WitaLive.Tests.Browser;

/// <summary>One Chromium and one app for the browser tests of a collection, which run one after another.</summary>
public sealed class Browsers : IAsyncLifetime
{
    public const string Collection = "Browser";
    public const string Sitting = "Sitting";
    public const string Sweep = "Sweep";

    private static readonly string[] s_flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;

    public IBrowser Chromium { get; private set; } = null!;

    /// <summary>In Development, with whatever the demo brings. A test that stops the app starts one of its own.</summary>
    public RunningApp App { get; private set; } = null!;

    // Where there is no Chromium all tests of the collection are skipped, but the fixture is made nevertheless.
    public async Task InitializeAsync()
    {
        if (Needs.Missing([Need.Chromium]) is not null)
            return;
        Assertions.SetDefaultExpectTimeout(15_000); // as long as any step may take on a busy machine
        App = await RunningApp.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Needs.Chromium, Args = s_flags });
    }

    public async Task DisposeAsync()
    {
        if (_playwright is null)
            return;
        await Chromium.CloseAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
    }
}

[CollectionDefinition(Browsers.Collection)]
public sealed class BrowserCollection : ICollectionFixture<Browsers>;

[CollectionDefinition(Browsers.Sitting)]
public sealed class SittingCollection : ICollectionFixture<Browsers>;

[CollectionDefinition(Browsers.Sweep)]
public sealed class SweepCollection : ICollectionFixture<Browsers>;
