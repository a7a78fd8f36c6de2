namespace WitaLive.App.Access;

internal static class LocalAddress
{
    /// <summary>Where to go after signing in: never to another site, whatever the link said.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
            && !address.Any(char.IsControl)
            ? address
            : otherwise;
}
