using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WitaLive.Tests.Browser;

/// <summary>The program as <c>./run</c> starts it, in a process of its own, so that it can be killed in the middle of everything.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it and waits until it says where it listens.</summary>
    public static async Task<ServerProcess> StartAsync(params string[] settings)
    {
        var server = new ServerProcess(Start("Development", settings));
        using var patience = new CancellationTokenSource(s_patience);
        var said = new List<string>();
        while (await server._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (Listens().Match(line) is not { Success: true } found)
                continue;
            server.Address = new(found.Groups[1].Value.TrimEnd('/') + "/");
            _ = server._process.StandardOutput.ReadToEndAsync(CancellationToken.None); // or it would wait for a reader
            return server;
        }
        Assert.Fail($"{string.Join('\n', said)}\n{await server._errors}");
        return server;
    }

    /// <summary>Runs it to its end, for what it says when it does not stay.</summary>
    public static async Task<(int ExitCode, string Said, string Complained)> RunAsync(string environment, params string[] settings)
    {
        using var process = Start(environment, settings);
        var complained = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
        return (process.ExitCode, await said, await complained);
    }

    /// <summary>SIGKILL: nothing is finished, nobody is told.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static Process Start(string environment, string[] settings)
    {
        var built = AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}WitaLive.Tests{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}WitaLive.App{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var argument in (string[])[Path.Combine(built, "WitaLive.App.dll"), "--contentRoot", Path.Combine(Guards.Repository.Root, "WitaLive.App"), .. settings])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"WitaLive\s+(http://\S+)")]
    private static partial Regex Listens();
}
