namespace WitaLive.Domain.Rules;

/// <summary>What a chamber can be asked, and what it can answer.</summary>
/// <param name="Outcomes">What may be put to the vote, most favourable first.</param>
/// <param name="Source">The articles it rests on.</param>
public sealed record FileKind(string Code, ImmutableArray<string> Outcomes, ImmutableArray<string> Source)
{
    /// <summary>What an arts worker sends in.</summary>
    public const string Application = "application";

    /// <summary>What they send in against the decision on it.</summary>
    public const string Appeal = "appeal";

    /// <summary>In which the suspension or annulment of an attestation is asked for.</summary>
    public const string Suspension = "suspension";

    /// <summary>In which a measure against the registration of an amateur, or of who engages amateurs, is asked for.</summary>
    public const string Amateur = "amateur";

    public ImmutableArray<string> Outcomes { get; } = Outcomes.IsDefaultOrEmpty || Outcomes.Distinct().Count() != Outcomes.Length
        ? throw new ArgumentException($"The kind {Code} has no outcome, or the same one twice.", nameof(Outcomes))
        : Outcomes;
}

/// <summary>The kinds of files and points that stand on agendas.</summary>
/// <param name="ActivityReasons">Codes for why a chamber does not accept an activity.</param>
public sealed record FileKinds(DateOnly From, ImmutableArray<FileKind> Kinds, ImmutableArray<string> ActivityReasons, ImmutableArray<string> Source) : IDated
{
    internal const string File = "files.json";

    public FileKind? Find(string code) => Kinds.FirstOrDefault(k => k.Code == code);
}
