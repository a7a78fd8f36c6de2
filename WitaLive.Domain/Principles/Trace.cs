namespace WitaLive.Domain.Principles;

public enum TraceKind
{
    Name,

    /// <summary>A family name alone, which may be an ordinary word: to be looked at by somebody.</summary>
    FamilyName,
    FileNumber,
    NationalNumber,
    MailAddress,
    Telephone,
    AccountNumber,

    /// <summary>A family name in small letters: more often the ordinary word, «petit» or «rose», and to be looked at all the same.</summary>
    SmallName,
}

/// <summary>A place that names somebody, or may.</summary>
/// <param name="Language">Empty for the code of an activity.</param>
/// <param name="Line">Of the text, from 1.</param>
/// <param name="Found">As it stands there.</param>
public sealed record Trace(TraceKind Kind, string Language, bool IsInTitle, int Line, string Found)
{
    public bool IsCertain => Kind is not (TraceKind.FamilyName or TraceKind.SmallName);
}

/// <param name="Given">Empty where only a whole name is known.</param>
public sealed record KnownName(string Given, string Family);
