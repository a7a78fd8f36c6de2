using WitaLive.Domain.Principles;

namespace WitaLive.Domain.Rules;

/// <summary>Who adopts decisions of principle and changes of the cadastre, and in which languages they are written at least.</summary>
/// <param name="AdoptedBy">The formation whose ballot adopts.</param>
/// <param name="Outcome">What it has to carry.</param>
/// <param name="Source">Law of 16 December 2022, art. 3 § 4; rules of procedure, art. 35 § 2 and 36.</param>
public sealed record PrincipleRule(
    DateOnly From, FormationCode AdoptedBy, string Outcome, ImmutableArray<string> PrincipleLanguages, ImmutableArray<string> ActivityLanguages, ImmutableArray<string> Source) : IDated
{
    internal const string File = "principles.json";

    public bool IsAdoptedBy(FormationCode formation, string? outcome) => formation == AdoptedBy && outcome == Outcome;

    public ImmutableArray<string> LanguagesOf(ProposalSubject subject) => subject is ProposalSubject.Activity ? ActivityLanguages : PrincipleLanguages;
}
