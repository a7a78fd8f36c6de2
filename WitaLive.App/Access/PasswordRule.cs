using WitaLive.Domain;

namespace WitaLive.App.Access;

/// <summary>Long, and not one's own name or address. Nothing about digits and signs: they make passwords worse (NIST SP 800-63B, 5.1.1.2).</summary>
public static class PasswordRule
{
    public const int Shortest = 12;

    /// <summary>A longer one would only keep the server busy.</summary>
    public const int Longest = 200;

    /// <returns>The refusal, or null.</returns>
    public static Refusal? Check(string password, Domain.Chambers.Person person)
    {
        if (password.Length is < Shortest or > Longest)
            return new PasswordTooShort(Shortest, Longest);
        if (password.Distinct().Count() < 5)
            return new PasswordTooSimple();
        var name = person.Email[..person.Email.IndexOf('@', StringComparison.Ordinal)];
        return new[] { person.Email, name, person.GivenName, person.FamilyName }
            .Any(part => part.Length > 3 && password.Contains(part, StringComparison.OrdinalIgnoreCase) && password.Length - part.Length < 8)
            ? new PasswordTooSimple()
            : null;
    }
}

public sealed record PasswordTooShort(int Shortest, int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Shortest, Longest];
}

public sealed record PasswordTooSimple : Refusal;

public sealed record PasswordWrong : Refusal;

public sealed record LinkUsedUp : Refusal;

public sealed record SignInRefused : Refusal;

public sealed record TooManyAttempts : Refusal;

/// <summary>Wrong passwords were tried for one account from here and there: whoever has never signed in to it on this device waits.</summary>
public sealed record StrangersHaveToWait(DateTimeOffset Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [Until];
}
