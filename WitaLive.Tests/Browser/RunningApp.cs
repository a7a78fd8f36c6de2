using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Security;

namespace WitaLive.Tests.Browser;

/// <summary>The real app on a port of its own, with a data directory of its own. It can be stopped and started again on both.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("witalive-test-").FullName;
    private readonly int _port = FreePort();
    private readonly Action<IWebHostBuilder> _configure;
    private Host? _host;

    private RunningApp(Action<IWebHostBuilder> configure) => _configure = configure;

    /// <summary>http://localhost:PORT; by this name, for passkeys and secure cookies want a name.</summary>
    public Uri Address => new($"http://localhost:{_port}/");

    public string DataDirectory => _data;

    /// <summary>Of the app that runs now; another one after a restart.</summary>
    public IServiceProvider Services => (_host ?? throw new InvalidOperationException("The app is stopped.")).Services;

    /// <summary>What browsers have refused because of the content security policy since the start.</summary>
    public int CspViolations => Services.GetRequiredService<CspReports>().Count;

    /// <param name="configure">Settings (<c>web.UseSetting</c>) and services (<c>web.ConfigureTestServices</c>) of this test.</param>
    public static async Task<RunningApp> StartAsync(Action<IWebHostBuilder>? configure = null)
    {
        var app = new RunningApp(configure ?? (_ => { }));
        await app.StartAgainAsync();
        return app;
    }

    public Task StartAgainAsync()
    {
        if (_host is not null)
            throw new InvalidOperationException("The app runs already.");
        var host = new Host(_data, Address, _configure);
        host.UseKestrel(_port);
        return Task.Run(() =>
        {
            host.StartServer();
            _host = host;
        });
    }

    /// <summary>Every socket is cut; memory is gone; what was written stays.</summary>
    public async Task StopAsync()
    {
        if (_host is { } host)
            await host.DisposeAsync();
        _host = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Host(string data, Uri address, Action<IWebHostBuilder> configure) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder web)
        {
            web.UseSetting("Data:Directory", data);
            web.UseSetting("Site:Address", address.ToString());
            // An open circuit need not hold up a stop.
            web.UseSetting(WebHostDefaults.ShutdownTimeoutKey, "1");
            web.UseSetting("Logging:LogLevel:Default", "Warning");
            configure(web);
        }
    }
}
