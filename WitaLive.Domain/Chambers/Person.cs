namespace WitaLive.Domain.Chambers;

/// <summary>Someone the Commission knows by name: a member, the President, a jurist, someone of the secretariat.</summary>
public sealed class Person
{
    /// <param name="email">Unique in the Commission; kept in lower case.</param>
    /// <param name="language">The language this person is written to: fr, nl, de or en.</param>
    /// <param name="passiveLanguages">Languages this person follows without speaking them, beside <paramref name="language"/>.</param>
    /// <param name="section">The section this person belongs to; null for the President, a jurist, the secretariat.</param>
    /// <exception cref="ArgumentException">A name is empty, the address has no «@», or a language is none the Commission writes.</exception>
    public Person(
        PersonId id, string givenName, string familyName, string email, string language,
        IEnumerable<string>? passiveLanguages = null, string? section = null)
    {
        Id = id;
        Section = section;
        (GivenName, FamilyName, Email, Language, PassiveLanguages) = ("", "", "", "", []);
        if (Describe(givenName, familyName, email, language, passiveLanguages ?? []) is { } why)
            throw new ArgumentException($"No person can be described so: {why.Key}.");
    }

    private Person() => (GivenName, FamilyName, Email, Language, PassiveLanguages) = ("", "", "", "", []);

    /// <summary>Someone about whom nothing is known yet; to be described before anything else.</summary>
    public static Person New(PersonId id) => new() { Id = id };

    /// <summary>The languages a person can be written to, in the order screens list them.</summary>
    public static ImmutableArray<string> Languages { get; } = ["fr", "nl", "de", "en"];

    public PersonId Id { get; private set; }

    public string GivenName { get; private set; }

    public string FamilyName { get; private set; }

    public string Email { get; private set; }

    /// <summary>Where the secretariat calls when nobody answers a mail; null while it is not known.</summary>
    public string? Telephone { get; private set; }

    public string Language { get; private set; }

    public IReadOnlyList<string> PassiveLanguages { get; private set; }

    public string? Section { get; private set; }

    /// <summary>False once someone has left or was shut out; whoever is not active can neither sign in nor be invited.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>True for whoever only applies: not of the Commission, its secretariat or its jurists.</summary>
    public bool IsOutside { get; private set; }

    /// <summary>When they died, as the secretariat was told; null for the living.</summary>
    public DateOnly? DiedOn { get; private set; }

    /// <summary>Who noted that; null when nobody did.</summary>
    public PersonId? DeathNotedBy { get; private set; }

    public DateTimeOffset? DeathNotedAt { get; private set; }

    public string FullName => $"{GivenName} {FamilyName}";

    /// <summary>Whether this person can follow a debate in a language.</summary>
    public bool Follows(string language) => Language == language || PassiveLanguages.Contains(language);

    /// <summary>Corrects what is known of this person; on a refusal nothing has changed.</summary>
    /// <returns>The refusal, or null.</returns>
    public Refusal? Describe(string givenName, string familyName, string email, string language, IEnumerable<string> passiveLanguages)
    {
        var (given, family, address) = (OneLine.Of(givenName), OneLine.Of(familyName), NormalAddress(email));
        string[] passive = [.. passiveLanguages.Where(l => l != language).Distinct().Order(StringComparer.Ordinal)];
        if (given.Length is 0 or > LongestName || family.Length is 0 or > LongestName)
            return new NameMissing(LongestName);
        if (!IsAddress(address))
            return new AddressUnusable(email);
        if (Array.Find([language, .. passive], l => !Languages.Contains(l)) is { } unknown)
            return new LanguageUnknown(unknown);

        (GivenName, FamilyName, Email, Language, PassiveLanguages) = (given, family, address, language, passive);
        return null;
    }

    /// <summary>Notes where to telephone; nothing where nothing is given.</summary>
    /// <returns>The refusal, or null.</returns>
    public Refusal? Reach(string? telephone)
    {
        var number = OneLine.Of(telephone ?? "");
        if (number.Length > 0 && !IsTelephone(number))
            return new TelephoneUnusable(LongestTelephone);
        Telephone = number.Length == 0 ? null : number;
        return null;
    }

    /// <summary>Whether one could telephone to it: three digits or more, with what people put between them.</summary>
    public static bool IsTelephone(string number) =>
        number.Length <= LongestTelephone && number.Count(char.IsAsciiDigit) >= 3 && number.All(c => char.IsAsciiDigit(c) || " +-/.()".Contains(c, StringComparison.Ordinal));

    public void Write(string language)
    {
        if (!Languages.Contains(language))
            throw new ArgumentException($"Nobody is written to in '{language}'.", nameof(language));
        Language = language;
        PassiveLanguages = [.. PassiveLanguages.Where(l => l != language)];
    }

    /// <summary>Somebody who applies, and is nothing else here.</summary>
    public static Person Applying(PersonId id, string givenName, string familyName, string email, string language) =>
        new(id, givenName, familyName, email, language) { IsOutside = true };

    /// <summary>Belongs to the Commission from now on, whatever they were before.</summary>
    public void Join() => IsOutside = false;

    public void Disable() => IsActive = false;

    public void Enable() => IsActive = true;

    /// <summary>They have died: from then on nobody writes to them, and nobody enters under their name.</summary>
    public void Die(DateOnly on, PersonId notedBy, DateTimeOffset at) => (DiedOn, DeathNotedBy, DeathNotedAt, IsActive) = (on, notedBy, at, false);

    /// <summary>That was a mistake.</summary>
    public void Live() => (DiedOn, DeathNotedBy, DeathNotedAt, IsActive) = (null, null, null, true);

    /// <summary>The form in which addresses are compared: trimmed, in lower case.</summary>
    public static string NormalAddress(string email) =>
#pragma warning disable CA1308 // An address is shown in lower case, so it is compared in lower case.
        email.Trim().ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>Longest given or family name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>Longest address, in characters (RFC 5321, 4.5.3.1.3).</summary>
    public const int LongestAddress = 254;

    /// <summary>Longest telephone number, in characters.</summary>
    public const int LongestTelephone = 32;

    /// <summary>Whether one could write to it, in the form of <see cref="NormalAddress"/>.</summary>
    public static bool IsAddress(string address) =>
        address.Length <= LongestAddress
        && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == address.LastIndexOf('@') && at < address.Length - 1
        && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
}

public sealed record NameMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record AddressUnusable(string Address) : Refusal
{
    // Whatever was pasted there is not to fill the screen.
    public string Address { get; } = OneLine.Of(Address) is { Length: > 80 } line ? line[..79] + "…" : OneLine.Of(Address);

    public override ImmutableArray<object> Gaps => [Address];
}

public sealed record TelephoneUnusable(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record LanguageUnknown(string Language) : Refusal
{
    public override ImmutableArray<object> Gaps => [Language];
}
