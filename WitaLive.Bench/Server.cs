using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using WitaLive.App.Live;

namespace WitaLive.Bench;

/// <summary>The app in a process of its own, as anyone runs it, with one line more: it tells how large its heap is when asked.</summary>
internal sealed class Server : IAsyncDisposable
{
    public const string Role = "--serve";

    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What its processors have worked for it so far, in user and system mode.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts this program again with <paramref name="arguments"/> and waits until it listens.</summary>
    public static async Task<Server> StartAsync(string environment, string healthPath, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (var argument in arguments.Concat(["--urls", address.ToString()]))
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        var server = new Server(Process.Start(start)!, address);
        using var http = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 300; tries++)
        {
            if (server._process.HasExited)
                throw new InvalidOperationException($"The server ended with {server._process.ExitCode}.");
            try
            {
                if ((await http.GetAsync(new Uri(healthPath, UriKind.Relative))).IsSuccessStatusCode)
                    return server;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The server does not listen.");
    }

    /// <summary>What is alive on its heap after a full collection. Unit: bytes.</summary>
    public async Task<long> HeapAsync()
    {
        await _process.StandardInput.WriteLineAsync("heap");
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("heap ", StringComparison.Ordinal))
                return long.Parse(line[5..], CultureInfo.InvariantCulture);
        }
        throw new InvalidOperationException("The server is gone.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The child's side: runs the app's own entry point, and answers on standard input.</summary>
    public static async Task ServeAsync(string[] arguments)
    {
        var app = Task.Run(async () =>
        {
            if (typeof(MeetingRoom).Assembly.EntryPoint!.Invoke(null, [arguments]) is Task running)
                await running;
        });
        _ = Task.Run(AnswerAsync);
        await app;
    }

    public static async Task AnswerAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line != "heap")
                continue;
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            Console.WriteLine($"heap {GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture)}");
        }
        // Whoever started us is gone.
        Environment.Exit(0);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
