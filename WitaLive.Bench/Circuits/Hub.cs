using System.Net;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace WitaLive.Bench.Circuits;

internal static class Hub
{
    /// <summary>The protocol of circuits: the framework's own class, which is not public. To be looked at again with every update of it.</summary>
    public static IHubProtocol BlazorPack() => (IHubProtocol)Activator.CreateInstance(
        typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!, nonPublic: true)!;

    public static HubConnection Connection(Uri address, IHubProtocol protocol, string? cookie = null)
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new SocketFactory(protocol.TransferFormat, cookie));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address));
        builder.Services.AddSingleton(protocol);
        return builder.Build();
    }
}
