using System.Text.Json.Serialization;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Principles;

/// <summary>What a plenary is asked to adopt.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalSubject>))]
public enum ProposalSubject
{
    /// <summary>A decision of principle (rules of procedure, art. 36).</summary>
    Principle,

    /// <summary>An activity of the living cadastre (royal decree, art. 21; rules of procedure, art. 35).</summary>
    Activity,
}

[JsonConverter(typeof(JsonStringEnumConverter<ProposalChange>))]
public enum ProposalChange
{
    Begin,
    Renew,
    End,
}

/// <summary>A decision of principle or an activity of the cadastre, as it is proposed and, once adopted, as it is published.</summary>
/// <param name="Code">Of an activity, a word of its own; of a decision of principle, its number.</param>
/// <param name="From">The first day for which it is meant; null for the day of its adoption.</param>
/// <param name="Domains">The arts it concerns; of an activity exactly one.</param>
/// <param name="Activities">Codes of the cadastre that a decision of principle concerns.</param>
/// <param name="Kind">Of an activity.</param>
public sealed record Proposal(
    ProposalSubject Subject, ProposalChange Change, string Code, DateOnly? From, Wording Wording,
    ImmutableArray<string> Domains, ImmutableArray<string> Activities, ActivityKind? Kind)
{
    /// <summary>Unit: characters.</summary>
    public const int LongestTitle = 150;

    /// <summary>Unit: characters.</summary>
    public const int LongestText = 20_000;

    /// <summary>Unit: characters.</summary>
    public const int LongestCode = 40;

    /// <summary>Stands in the numbers of proposals and decisions of principle, which name nobody.</summary>
    public const char NumberLetter = 'P';

    /// <summary>What keeps it from being proposed, whatever it says of anybody; null for nothing.</summary>
    /// <param name="domains">The arts there are.</param>
    public Refusal? Flaw(PrincipleRule rule, ImmutableArray<string> domains)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (Subject is ProposalSubject.Activity && !IsCode(Code))
            return new ActivityCodeUnusable(LongestCode);
        if (Subject is ProposalSubject.Activity ? Domains.Length != 1 || Kind is null : Domains.IsEmpty)
            return new ProposalConcernsNothing();
        if (Domains.FirstOrDefault(domain => !domains.Contains(domain)) is { } unknown)
            return new DomainUnknown(unknown);
        if (Wording.Titles.Values.Any(title => title.Length > LongestTitle) || Wording.Texts.Values.Any(text => text.Length > LongestText))
            return new ProposalTooLong(LongestTitle, LongestText);
        foreach (var language in rule.LanguagesOf(Subject))
        {
            if (!Wording.Titles.ContainsKey(language) || (Subject is ProposalSubject.Principle && !Wording.Texts.ContainsKey(language)))
                return new ProposalLacksLanguage(language);
        }
        return null;
    }

    /// <summary>The first day on which it holds: never before it was adopted.</summary>
    public DateOnly HoldsFrom(DateOnly adoptedOn) => From is { } day && day > adoptedOn ? day : adoptedOn;

    private static bool IsCode(string code) =>
        code.Length is >= 2 and <= LongestCode && char.IsAsciiLetterLower(code[0]) && code[^1] != '-' && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
