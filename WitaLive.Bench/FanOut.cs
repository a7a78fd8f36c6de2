using System.Net;
using System.Text.RegularExpressions;
using WitaLive.Bench.Circuits;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.Bench;

/// <summary>From a click in one circuit until the last circuit has received the batch that shows it; then a hundred clicks at once.</summary>
internal static partial class FanOut
{
    private const string VoteFor = "vote-for";

    public static async Task<double> RunAsync(Figures figures, BenchCommission commission, string contentRoot, int circuits, int single, int atOnce)
    {
        await using var server = await Server.StartAsync(
            "Development", "/health", Server.Role, "--contentRoot", contentRoot, "--applicationName", "WitaLive.App", "--Data:Directory", commission.Directory,
            "--Rules:Directory", commission.Rules, "--Logging:LogLevel:Default", "Warning");
        var page = new Uri(server.Address, $"room/{commission.Meeting.Value}");
        var cookies = await SignInAsync(server.Address, commission.Voters.Take(circuits));
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });

        // Twenty circuits first, so that what is compiled at first use is not counted as memory of a circuit.
        await DisposeAsync(await OpenAsync(http, page, cookies.Take(20)));
        var before = await server.HeapAsync();
        var opening = Stopwatch.StartNew();
        var open = await OpenAsync(http, page, cookies);
        figures.Add($"{circuits} circuits opened", FormattableString.Invariant($"{opening.ElapsedMilliseconds} ms"), "page, socket and first state, 4 at a time");
        var heap = (await server.HeapAsync() - before) / 1024.0 / circuits;
        figures.Add($"heap a voting circuit, {circuits} circuits", FormattableString.Invariant($"{heap:0} KB"),
            FormattableString.Invariant($"whole process resident {server.ResidentBytes / 1024 / 1024} MB"));

        var visible = new Percentiles(await OneByOneAsync(open, single));
        figures.Add($"one vote visible on all of {circuits} circuits", visible.ToString());
        await BurstAsync(figures, open, single, atOnce);
        if (open.Select(c => c.Error).FirstOrDefault(e => e is not null) is { } error)
            throw new InvalidOperationException(error);
        figures.Add($"bytes a circuit and batch, {circuits} circuits", FormattableString.Invariant($"{open.Sum(c => c.Bytes) / Math.Max(1, open.Sum(c => c.Batches))}"), "the first, large one included");
        await DisposeAsync(open);
        await CheckAsync(figures, commission, single + atOnce);
        return visible.P99;
    }

    private static async Task<List<double>> OneByOneAsync(Circuit[] open, int votes)
    {
        var durations = new List<double>();
        for (var voter = 0; voter < votes; voter++)
        {
            var expected = open[0].Version + 1;
            var shown = AllShowAsync(open, expected);
            var clicked = Stopwatch.GetTimestamp();
            await open[voter].ClickAsync();
            await shown.WaitAsync(TimeSpan.FromSeconds(20));
            durations.Add(Stopwatch.GetElapsedTime(clicked, open.Max(c => c.VersionAt)).TotalMilliseconds);
            await Task.Delay(50);
        }
        return durations;
    }

    private static async Task BurstAsync(Figures figures, Circuit[] open, int from, int atOnce)
    {
        var final = open[0].Version + atOnce;
        var shown = AllShowAsync(open, final);
        var clicked = Stopwatch.GetTimestamp();
        await Task.WhenAll(open.Skip(from).Take(atOnce).Select(c => Task.Run(c.ClickAsync)));
        try
        {
            await shown.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            // The count below says how many stayed behind.
        }
        var stale = open.Count(c => c.Version != final);
        var taken = Stopwatch.GetElapsedTime(clicked, open.Max(c => c.VersionAt)).TotalMilliseconds;
        figures.Add($"{atOnce} votes at once: every one of {open.Length} circuits on the final state", FormattableString.Invariant($"{taken:0} ms"), $"{stale} stale");
    }

    private static async Task CheckAsync(Figures figures, BenchCommission commission, int clicked)
    {
        var replayed = await commission.Journal().ReadAsync(commission.Meeting, new Meeting());
        var expected = commission.Voters.Take(clicked).ToHashSet();
        var voters = replayed.Ballot!.Votes.Values.Select(v => v.Voter).ToHashSet();
        figures.Add("votes lost or doubled against the senders' own list", $"{expected.Except(voters).Count()} lost, {voters.Except(expected).Count() + replayed.Ballot.Seen.Count - voters.Count} doubled", $"{clicked} clicked");
    }

    private static Task AllShowAsync(Circuit[] open, int version)
    {
        var left = 0;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var counted = new bool[open.Length];
        var gate = new Lock();
        for (var i = 0; i < open.Length; i++)
        {
            var n = i;
            open[i].Moved = circuit => Look(circuit, n);
        }
        foreach (var (circuit, n) in open.Select((c, n) => (c, n)))
            Look(circuit, n);
        return done.Task;

        void Look(Circuit circuit, int n)
        {
            lock (gate)
            {
                if (counted[n] || circuit.Version < version)
                    return;
                counted[n] = true;
                if (++left == open.Length)
                    done.TrySetResult();
            }
        }
    }

    private static async Task<Circuit[]> OpenAsync(HttpClient http, Uri page, IEnumerable<string> cookies)
    {
        var open = new List<(int, Circuit)>();
        await Parallel.ForEachAsync(cookies.Select((cookie, n) => (cookie, n)), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, ct) =>
        {
            var circuit = await Circuit.OpenAsync(http, page, one.cookie, VoteFor, ct);
            lock (open)
                open.Add((one.n, circuit));
        });
        return [.. open.OrderBy(o => o.Item1).Select(o => o.Item2)];
    }

    private static async Task DisposeAsync(IEnumerable<Circuit> open)
    {
        foreach (var circuit in open)
            await circuit.DisposeAsync();
    }

    // By the Development page, as a person would with one click each.
    private static async Task<List<string>> SignInAsync(Uri site, IEnumerable<PersonId> people)
    {
        using var first = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var form = await first.GetAsync(new Uri(site, "dev/sign-in?find=president"));
        var html = await form.Content.ReadAsStringAsync();
        var token = Token().Match(html).Groups[1].Value;
        var antiforgery = string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var cookies = new List<string>();
        foreach (var person in people)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, "dev/sign-in/as"))
            {
                Content = new FormUrlEncodedContent([new("person", person.Value.ToString()), new("__RequestVerificationToken", WebUtility.HtmlDecode(token))]),
            };
            request.Headers.Add("Cookie", antiforgery);
            request.Headers.Add("Origin", site.GetLeftPart(UriPartial.Authority));
            using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
            using var http = new HttpClient(handler);
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode is not HttpStatusCode.Redirect)
                throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
            cookies.Add(string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        }
        return cookies;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
