using System.Security.Cryptography;

namespace WitaLive.App.Attestations;

/// <summary>The code that stands on an attestation: eighty random bits in signs that nobody mistakes for one another.</summary>
public static class CheckCode
{
    public const int Length = 16;

    private const int Group = 4;

    // Crockford's base 32: without I, L, O and U.
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>In groups, as it is printed.</summary>
    public static string Shown(string code) => string.Join('-', code.Chunk(Group).Select(four => new string(four)));

    /// <summary>The code that somebody typed, whatever stands between its signs; null when it cannot be one.</summary>
    public static string? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length > 4 * Length)
            return null;
        var code = new string([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Select(sign => sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign })]);
        return code.Length == Length && code.All(sign => Signs.Contains(sign, StringComparison.Ordinal)) ? code : null;
    }
}
