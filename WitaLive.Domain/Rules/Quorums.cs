using WitaLive.Domain.Decisions;
using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Rules;

/// <summary>A bloc without its seats, which the composition gives.</summary>
internal sealed record BlocShare(string Name, ImmutableArray<GroupCode> Groups, Fraction Share);

/// <summary>A formation's quorum as the law says it; a second failure on which the law is silent comes from the open points.</summary>
internal sealed record FormationQuorum(
    ImmutableArray<BlocShare> Blocs,
    ImmutableArray<ChairRole> Chairs,
    bool SecondNeverOnSameDay,
    int MonthsToSecond,
    ImmutableArray<string> Source,
    SecondFailure? SecondFailure = null);

internal sealed record Quorums(DateOnly From, ImmutableDictionary<FormationCode, FormationQuorum> Formations, ImmutableArray<string> Source) : IDated;
