using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace WitaLive.App.Security;

/// <summary>Which reverse proxy is believed when it says who asked, and that they asked over TLS.</summary>
internal static class Proxies
{
    /// <summary>One on this machine always; others when the setting names them.</summary>
    /// <param name="addresses">The setting Proxy:Addresses: addresses or networks such as 10.0.0.0/24, with spaces or commas between them.</param>
    /// <exception cref="InvalidOperationException">One of them is neither.</exception>
    public static Action<ForwardedHeadersOptions> Trusted(string? addresses)
    {
        ImmutableArray<System.Net.IPNetwork> networks = [.. (addresses ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        return options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
        };
    }

    private static System.Net.IPNetwork Read(string one) => System.Net.IPNetwork.TryParse(one, out var network) ? network
        : IPAddress.TryParse(one, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"Proxy:Addresses names '{one}'; it must be an address such as 10.0.0.7, or a network such as 10.0.0.0/24.");
}
