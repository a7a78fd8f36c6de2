using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace WitaLive.App.Mail;

/// <summary>Where readers of a mail find the site: the setting Site:Address, otherwise the first address the app listens on. A mail has no request to ask.</summary>
public sealed class SiteAddress(Func<Uri> root)
{
    private const string Usual = "http://localhost:5080";

    public SiteAddress(Uri root) : this(() => root)
    {
    }

    // Asked each time: before the app listens, it is only known where it is meant to.
    public Uri Root => root();

    /// <exception cref="InvalidOperationException">The setting is not an http address.</exception>
    public static SiteAddress Of(IConfiguration configuration, IServer? server = null)
    {
        if (configuration["Site:Address"] is not { Length: > 0 } set)
            return new(() => Listened(configuration, server));
        return Read(set) is { } root
            ? new(root)
            : throw new InvalidOperationException($"Site:Address is '{set}'; it must be an address such as https://live.example.be.");
    }

    /// <summary>The full address of a page: <c>meetings/7</c>.</summary>
    public Uri Of(string page) => new(Root, page.TrimStart('/'));

    private static Uri Listened(IConfiguration configuration, IServer? server)
    {
        var first = server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return Read(first) ?? new(Usual + "/");
    }

    // An address that means every network card is, to a reader, this computer.
    private static Uri? Read(string? address)
    {
        if (address is null)
            return null;
        foreach (var any in new[] { "//+", "//*", "//0.0.0.0", "//[::]" })
            address = address.Replace(any, "//localhost", StringComparison.Ordinal);
        return Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var root) && root.Scheme is "http" or "https" ? root : null;
    }
}
