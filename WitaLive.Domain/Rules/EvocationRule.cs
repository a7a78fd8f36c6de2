namespace WitaLive.Domain.Rules;

/// <summary>Who may ask that a file be dealt with by the chamber above, and of which formations.</summary>
/// <param name="Groups">Whose members look into meetings in which they do not sit.</param>
/// <param name="Formations">The formations whose files can be asked for.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 4; rules of procedure, art. 16.</remarks>
public sealed record EvocationRule(DateOnly From, ImmutableArray<GroupCode> Groups, ImmutableArray<FormationCode> Formations, ImmutableArray<string> Source) : IDated
{
    internal const string File = "evocation.json";
}
