using System.Net;
using System.Net.Sockets;

namespace WitaLive.App.Security;

/// <summary>From where somebody asks, as it is counted.</summary>
internal static class ClientAddress
{
    private const int SubscribersPrefix = 64;

    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <summary>The address; of IPv6 the network of a subscriber, for whoever has one address in it has them all.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "-",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. address.GetAddressBytes()[..(SubscribersPrefix / 8)], .. new byte[16 - SubscribersPrefix / 8]])}/{SubscribersPrefix}",
        _ => address.ToString(),
    };
}
