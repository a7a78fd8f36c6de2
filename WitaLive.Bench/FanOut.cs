namespace WitaLive.Bench;

/// <summary>From a click in one circuit until the last circuit has received the batch that shows it; then many clicks at once.</summary>
internal static class FanOut
{
    private const int WarmUp = 400;

    /// <param name="single">Votes one after the other.</param>
    /// <param name="atOnce">Votes at the same moment, afterwards.</param>
    /// <returns>The 99th percentile of one vote visible on all circuits, and what such a vote sends to a circuit. Unit: milliseconds, bytes.</returns>
    public static async Task<(double P99, int Bytes)> RunAsync(Figures figures, BenchCommission commission, string contentRoot, int single, int atOnce)
    {
        await using var server = await Server.StartAsync(
            "Development", "/health", Server.Role, "--contentRoot", contentRoot, "--applicationName", "WitaLive.App", "--Data:Directory", commission.Directory,
            "--Rules:Directory", commission.Rules, "--Logging:LogLevel:Default", "Warning");
        var page = new Uri(server.Address, $"room/{commission.Meeting.Value}");
        var people = await Visitors.SignInAsync(server.Address, commission);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });

        // Twenty circuits and their votes first: what is compiled at first use, and again once it is known to be used much, is neither memory of a
        // circuit nor time of a vote. A server that has run for a day is measured, not one that began a minute ago.
        var clicks = new Clicks(commission);
        await using (var first = await Screens.OpenAsync(http, page, people[..20]))
        {
            for (var vote = 0; vote < WarmUp; vote++)
                await ShownAsync(clicks, first);
        }
        var before = await server.HeapAsync();
        var opening = Stopwatch.StartNew();
        await using var screens = await Screens.OpenAsync(http, page, people);
        figures.Add($"{screens.Count} circuits opened", FormattableString.Invariant($"{opening.ElapsedMilliseconds} ms"), "page, socket and first state, 4 at a time");
        await HeapAsync("heap a circuit, opened");

        var last = await OneByOneAsync(figures, server, clicks, screens, single);
        await BurstAsync(figures, clicks, screens, atOnce);
        await HeapAsync($"heap a circuit after {single + atOnce} votes");
        await clicks.CheckAsync(figures);
        return last;

        async Task HeapAsync(string name)
        {
            var heap = (await server.HeapAsync() - before) / 1024.0 / screens.Count;
            figures.Add(name, FormattableString.Invariant($"{heap:0} KB"), FormattableString.Invariant($"{screens.Count} circuits; whole process resident {server.ResidentBytes / 1024 / 1024} MB"));
        }
    }

    private static async Task<(double P99, int Bytes)> OneByOneAsync(Figures figures, Server server, Clicks clicks, Screens screens, int votes)
    {
        var (bytes, batches, worked) = (screens.Bytes, screens.Batches, server.Worked);
        var durations = new List<double>();
        for (var vote = 0; vote < votes; vote++)
        {
            durations.Add(await ShownAsync(clicks, screens));
            await Task.Delay(50);
        }
        double shown = durations.Count * screens.Count;
        var visible = new Percentiles(durations);
        var sent = (int)((screens.Bytes - bytes) / shown);
        figures.Add($"one vote visible on all of {screens.Count} circuits", visible.ToString());
        figures.Add("a vote on one circuit", FormattableString.Invariant($"{sent} bytes in {(screens.Batches - batches) / shown:0.00} batches, {(server.Worked - worked).TotalMicroseconds / shown:0} µs of the server's processors"));
        return (visible.P99, sent);
    }

    // From the click until the last screen has it.
    private static async Task<double> ShownAsync(Clicks clicks, Screens screens)
    {
        var shown = screens.ShowAsync(screens.Version + 1);
        var clicked = Stopwatch.GetTimestamp();
        await clicks.NextAsync(screens);
        return Stopwatch.GetElapsedTime(clicked, await shown).TotalMilliseconds;
    }

    private static async Task BurstAsync(Figures figures, Clicks clicks, Screens screens, int atOnce)
    {
        var final = screens.Version + atOnce;
        var shown = screens.ShowAsync(final);
        var clicked = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => clicks.NextAsync(screens)));
        try
        {
            await shown;
        }
        catch (TimeoutException)
        {
            // The count below says how many stayed behind.
        }
        var taken = Stopwatch.GetElapsedTime(clicked, screens.NewestAt).TotalMilliseconds;
        figures.Add($"{atOnce} votes at once: every one of {screens.Count} circuits on the final state", FormattableString.Invariant($"{taken:0} ms"), $"{screens.Behind(final)} stale");
    }
}
