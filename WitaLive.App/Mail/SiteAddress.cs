namespace WitaLive.App.Mail;

/// <summary>Where readers of a mail find the site: the setting Site:Address. A mail has no request to ask.</summary>
public sealed record SiteAddress(Uri Root)
{
    /// <exception cref="InvalidOperationException">The setting is not an http address.</exception>
    public static SiteAddress Of(IConfiguration configuration)
    {
        var set = configuration["Site:Address"] is { Length: > 0 } address ? address : "http://localhost:5080";
        return Uri.TryCreate(set.TrimEnd('/') + "/", UriKind.Absolute, out var root) && root.Scheme is ("http" or "https")
            ? new(root)
            : throw new InvalidOperationException($"Site:Address is '{set}'; it must be an address such as https://live.example.be.");
    }

    /// <summary>The full address of a page: <c>meetings/7</c>.</summary>
    public Uri Of(string page) => new(Root, page.TrimStart('/'));
}
