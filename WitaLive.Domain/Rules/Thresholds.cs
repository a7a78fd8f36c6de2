namespace WitaLive.Domain.Rules;

/// <summary>An amount over a number of years. Unit: euro, gross, proven core income.</summary>
public sealed record IncomeThreshold(decimal Amount, int Years, ImmutableArray<string> Source);

/// <summary>What a starter must have reached: the amount or the number of performances, over so many years.</summary>
public sealed record StarterThreshold(decimal Amount, int Performances, int Years, ImmutableArray<string> Source);

/// <summary>The figures an application is measured by. They point; the chamber decides.</summary>
/// <param name="NeverEnough">This amount or less is never enough.</param>
/// <param name="AlwaysProfessional">More than this amount always is.</param>
/// <param name="PlusFirst">More than any one of these, for a first attestation plus.</param>
/// <param name="PlusLater">More than any one of these, for a later one.</param>
/// <param name="Starter">At least this.</param>
/// <param name="ValidityInYears">By type of attestation.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 12, 16, 17.</remarks>
public sealed record Thresholds(
    DateOnly From,
    IncomeThreshold NeverEnough,
    IncomeThreshold AlwaysProfessional,
    ImmutableArray<IncomeThreshold> PlusFirst,
    ImmutableArray<IncomeThreshold> PlusLater,
    StarterThreshold Starter,
    ImmutableDictionary<string, int> ValidityInYears,
    ImmutableArray<string> Source) : IDated
{
    /// <summary>The longest time that any of the sums looks back. Unit: years.</summary>
    public int LongestYears => PlusFirst.Concat(PlusLater).Append(NeverEnough).Append(AlwaysProfessional).Select(sum => sum.Years).Append(Starter.Years).Max();
}
