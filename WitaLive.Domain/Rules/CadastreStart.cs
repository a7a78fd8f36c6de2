using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;

namespace WitaLive.Domain.Rules;

/// <summary>An activity with which the cadastre begins.</summary>
/// <param name="Titles">By language.</param>
/// <param name="Texts">What is done in it; may be empty.</param>
public sealed record StartingActivity(
    string Code, string Domain, ActivityKind Kind, ImmutableSortedDictionary<string, string> Titles, ImmutableSortedDictionary<string, string>? Texts = null);

/// <summary>The activities with which the cadastre begins on a day, before any plenary has changed it.</summary>
public sealed record CadastreStart(DateOnly From, ImmutableArray<StartingActivity> Activities, ImmutableArray<string> Source) : IDated
{
    internal const string File = "cadastre.json";

    /// <summary>As if each had been adopted on the day the list begins.</summary>
    public IEnumerable<Proposal> Adopted() => Activities.Select(one => new Proposal(
        ProposalSubject.Activity, ProposalChange.Begin, one.Code, From, new(one.Titles, one.Texts ?? ImmutableSortedDictionary<string, string>.Empty), [one.Domain], [], one.Kind));

    /// <exception cref="RuleDataException">An activity stands there twice, is of no art there is, or lacks a language.</exception>
    internal void Check(PrincipleRule rule, Composition composition)
    {
        if (Activities.GroupBy(one => one.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new RuleDataException(File, twice.Key, "it stands there twice.");
        foreach (var one in Adopted())
        {
            if (one.Flaw(rule, composition.Domains) is { } why)
                throw new RuleDataException(File, one.Code, $"it could not be proposed: {why.Key}.");
        }
    }
}
