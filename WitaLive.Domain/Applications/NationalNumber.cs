namespace WitaLive.Domain.Applications;

/// <summary>The number by which Belgium knows a person: eleven digits, of which the last two check the others.</summary>
public static class NationalNumber
{
    /// <summary>Its digits alone; null when it cannot be a national number.</summary>
    public static string? Digits(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or '-' or ' ' or '/')))
            return null;
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (digits.Length != 11)
            return null;
        var (body, check) = (long.Parse(digits[..9], null), int.Parse(digits[9..], null));
        // Whoever was born in 2000 or later has a two in front, which is not written.
        return check == 97 - body % 97 || check == 97 - (2_000_000_000 + body) % 97 ? digits : null;
    }
}
