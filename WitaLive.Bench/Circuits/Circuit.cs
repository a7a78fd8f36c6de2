using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;

namespace WitaLive.Bench.Circuits;

/// <summary>One person's open page without a browser: takes batches, acknowledges them, and clicks.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly Dictionary<string, ulong> _clicks;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _interop = -1;
    private bool _leaving;

    private Circuit(HubConnection hub, IEnumerable<string> buttons) => (_hub, _clicks) = (hub, buttons.ToDictionary(button => button, _ => 0UL));

    /// <summary>The newest state this screen shows, and when its batch came.</summary>
    public int Version { get; private set; } = -1;

    public long VersionAt { get; private set; }

    public int Batches { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>What the server or the connection said when it broke; null as long as it lives.</summary>
    public string? Error { get; private set; }

    /// <summary>Raised on the connection's thread with every newer state, and when the circuit breaks.</summary>
    public Action<Circuit>? Moved { get; set; }

    private bool IsReady => Version >= 0 && _interop >= 0 && !_clicks.ContainsValue(0);

    /// <param name="buttons">The classes of the buttons that <see cref="ClickAsync"/> presses: the circuit is open once it has them all.</param>
    public static async Task<Circuit> OpenAsync(HttpClient http, Uri page, string cookie, IEnumerable<string> buttons, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, ct);
        var html = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct);
        var markers = Marker().Matches(html).Select(m => m.Groups[1].Value).Where(m => m.Contains("\"type\":\"server\"", StringComparison.Ordinal)).ToList();
        if (markers.Count == 0)
            throw new InvalidOperationException($"{page} has no interactive part: {html[..Math.Min(html.Length, 300)]}");
        var site = page.GetLeftPart(UriPartial.Authority);

        var hub = Hub.Connection(new Uri(site.Replace("http", "ws", StringComparison.Ordinal) + "/_blazor"), Hub.BlazorPack(), cookie);
        var circuit = new Circuit(hub, buttons);
        circuit.Listen();
        await hub.StartAsync(ct);
        if (await hub.InvokeAsync<string?>("StartCircuit", site + "/", page.ToString(), "[]", "", ct) is null)
            throw new InvalidOperationException("The server opened no circuit.");
        var operations = string.Join(',', markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}"""));
        await hub.SendAsync("UpdateRootComponents", $$"""{"batchId":1,"operations":[{{operations}}]}""", State().Match(html).Groups[1].Value, ct);
        try
        {
            await circuit._ready.Task.WaitAsync(TimeSpan.FromSeconds(60), ct);
        }
        catch (TimeoutException)
        {
            throw new CircuitBrokenException(
                $"{page} was not ready within a minute: {circuit.Batches} batches came, state {circuit.Version}, buttons {string.Join(", ", circuit._clicks)}.");
        }
        return circuit;
    }

    public Task ClickAsync(string button) => _hub.SendAsync("BeginInvokeDotNetFromJS", "1", (string?)null, "DispatchEventAsync", _interop, JsonSerializer.Serialize(new object[]
    {
        new { eventHandlerId = _clicks[button], eventName = "click", eventFieldInfo = (object?)null },
        new
        {
            detail = 1, screenX = 0, screenY = 0, clientX = 0, clientY = 0, offsetX = 0, offsetY = 0, pageX = 0, pageY = 0, movementX = 0, movementY = 0,
            button = 0, buttons = 0, ctrlKey = false, shiftKey = false, altKey = false, metaKey = false, type = "click",
        },
    }));

    public ValueTask DisposeAsync()
    {
        _leaving = true;
        return _hub.DisposeAsync();
    }

    private void Listen()
    {
        _hub.On<long, byte[]>("JS.RenderBatch", async (id, batch) =>
        {
            Take(batch);
            await _hub.SendAsync("OnRenderCompleted", id, (string?)null);
        });
        _hub.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)],
            call => AnswerAsync((long)call[0]!, (string)call[1]!, (string?)call[2]));
        _hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        _hub.On<int, bool, string>("JS.EndInvokeDotNet", (_, succeeded, result) =>
        {
            if (!succeeded)
                Break(result);
        });
        _hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        _hub.On<string>("JS.Error", Break);
        _hub.On<string, string>("JS.SavePersistedState", (_, _) => { });
        _hub.On<int, string, bool>("JS.EndLocationChanging", (_, _, _) => { });
        _hub.Closed += error =>
        {
            Break(error?.Message ?? "The server closed the connection.");
            return Task.CompletedTask;
        };
    }

    private void Break(string error)
    {
        if (_leaving)
            return;
        Error ??= error;
        _ready.TrySetException(new CircuitBrokenException(Error));
        Moved?.Invoke(this);
    }

    private void Take(byte[] bytes)
    {
        var now = Stopwatch.GetTimestamp();
        (Batches, Bytes) = (Batches + 1, Bytes + bytes.Length);
        var batch = new RenderBatch(bytes);
        if (!_ready.Task.IsCompleted)
        {
            foreach (var button in _clicks.Keys.ToList())
                _clicks[button] = batch.ClickOf(button) is > 0 and var click ? click : _clicks[button];
        }
        if (batch.Version() is { } version && version > Version)
        {
            (Version, VersionAt) = (version, now);
            Moved?.Invoke(this);
        }
        if (IsReady)
            _ready.TrySetResult();
    }

    // Scripts of the page are not run; whoever asks one for an answer gets «nothing».
    private async Task AnswerAsync(long id, string function, string? arguments)
    {
        if (function.EndsWith("attachWebRendererInterop", StringComparison.Ordinal) && Interop().Match(arguments ?? "") is { Success: true } found)
            _interop = long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
        if (IsReady)
            _ready.TrySetResult();
        if (id != 0)
            await _hub.SendAsync("EndInvokeJSFromDotNet", id, true, $"[{id},true,null]");
    }

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();

    [GeneratedRegex("\"__dotNetObject\":(\\d+)")]
    private static partial Regex Interop();
}

/// <summary>A circuit is gone, or never came to what it was opened for.</summary>
internal sealed class CircuitBrokenException(string message) : Exception(message);
