using WitaLive.Domain.Decisions;

namespace WitaLive.Domain.Rules;

/// <summary>How a formation decides, as the law says it: what the law leaves open comes from the open points.</summary>
internal sealed record Majority(
    MajorityKind Kind,
    ImmutableArray<string> Source,
    Fraction? Threshold = null,
    ImmutableDictionary<GroupCode, Fraction>? Shares = null,
    FormationCode? NotCarriedRefersTo = null);

[System.Text.Json.Serialization.JsonConverter(typeof(WordConverter<MajorityKind>))]
internal enum MajorityKind { Unanimity, Weighted }

internal sealed record Majorities(DateOnly From, ImmutableDictionary<FormationCode, Majority> Formations, ImmutableArray<string> Source) : IDated;
