namespace WitaLive.App.Bounces;

/// <summary>Where reports of mail that came back are taken from: both may be set, or neither.</summary>
/// <param name="Directory">A folder of .eml files, or a Maildir: the setting Bounces:Directory.</param>
/// <param name="Secret">What the relay sends along when it posts a report: the setting Bounces:Secret.</param>
public sealed record BounceSettings(string? Directory, string? Secret)
{
    public const int ShortestSecret = 20;

    /// <exception cref="InvalidOperationException">The secret is one that could be guessed.</exception>
    public static BounceSettings Of(IConfiguration configuration)
    {
        var (directory, secret) = (configuration["Bounces:Directory"], configuration["Bounces:Secret"]);
        return secret is { Length: > 0 and < ShortestSecret }
            ? throw new InvalidOperationException($"Bounces:Secret has fewer than {ShortestSecret} characters.")
            : new(directory is { Length: > 0 } ? Path.GetFullPath(directory) : null, secret is { Length: > 0 } ? secret : null);
    }
}
