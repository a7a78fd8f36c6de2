using System.Text.Json.Serialization;

namespace WitaLive.Domain.Quorum;

/// <summary>Whether enough of a formation is there to decide: data that is stored with the meeting, and one pure function.</summary>
/// <param name="Blocs">Each must have what it needs, present or represented.</param>
/// <param name="Chairs">In what quality one may preside, in the order in which they stand in for each other.</param>
/// <param name="SecondFailure">What follows when the second convocation fails too.</param>
/// <param name="SecondNeverOnSameDay">The second meeting may not be held on the day of the first.</param>
/// <param name="MonthsToSecond">The second meeting is held within so many months of the first; at least 1.</param>
/// <exception cref="ArgumentException">No bloc, no chair, a group in two blocs, or no time for a second meeting.</exception>
/// <remarks>
/// Source: royal decree of 13 March 2023, art. 4 § 3-4 and 5 § 2; rules of procedure, art. 15, 17, 20, 22, 49. Asked anew at every decision.
/// Worked cases: data/rules/quorum.csv.
/// </remarks>
public sealed record QuorumRule(
    ImmutableArray<Bloc> Blocs,
    ImmutableArray<ChairRole> Chairs,
    SecondFailure SecondFailure,
    bool SecondNeverOnSameDay,
    int MonthsToSecond)
{
    public ImmutableArray<Bloc> Blocs { get; } = Apart(Blocs);

    public ImmutableArray<ChairRole> Chairs { get; } = Chairs.IsDefaultOrEmpty
        ? throw new ArgumentException("Nobody may preside.", nameof(Chairs))
        : Chairs;

    public SecondFailure SecondFailure { get; } = SecondFailure ?? throw new ArgumentNullException(nameof(SecondFailure));

    public bool SecondNeverOnSameDay { get; } = SecondNeverOnSameDay;

    public int MonthsToSecond { get; } = MonthsToSecond >= 1
        ? MonthsToSecond
        : throw new ArgumentException("A second meeting needs at least a month.", nameof(MonthsToSecond));

    /// <summary>The formation to which the items go when the second convocation fails, if they go to one.</summary>
    [JsonIgnore]
    public FormationCode? RefersTo => SecondFailure is SecondFailure.ReferTo(var formation) ? formation : null;

    /// <summary>Counts who is there.</summary>
    /// <param name="present">Seats present or represented. Unit: seats, each pair counts once. Groups that are in no bloc do not count.</param>
    /// <param name="presiding">In what quality the chair is taken; null when nobody presides. A quality the rule does not accept is no chair.</param>
    /// <param name="secondConvocation">The invitation said so.</param>
    /// <exception cref="ArgumentOutOfRangeException">A group has a negative number of seats present, or a bloc more than it has.</exception>
    public QuorumStatus Assess(IReadOnlyDictionary<GroupCode, int> present, ChairRole? presiding, bool secondConvocation)
    {
        var blocs = Blocs.Select(bloc => bloc.Count(present)).ToImmutableArray();
        var chairPresent = presiding is { } role && Chairs.Contains(role);
        var reached = chairPresent && blocs.All(bloc => bloc.IsReached);
        // «Save that without a chair it is reconvene» closes the whole sentence of the simulators' contract, restricted chambers included: with nobody
        // to preside there was no second meeting that could fail, and a file does not change hands for want of a chair.
        return new(reached, blocs, chairPresent, this switch
        {
            _ when reached => QuorumConsequence.Decide,
            _ when !secondConvocation || !chairPresent => QuorumConsequence.Reconvene,
            { SecondFailure: SecondFailure.ReferTo } => QuorumConsequence.Refer,
            _ => QuorumConsequence.DecideWhateverTheNumber,
        });
    }

    /// <summary>The last day on which the second meeting may be held; a shorter month ends it on its last day.</summary>
    public DateOnly LatestSecond(DateOnly first) => first.AddMonths(MonthsToSecond);

    /// <summary>Whether a second meeting may be held on <paramref name="second"/> when the first failed on <paramref name="first"/>.</summary>
    public bool AllowsSecond(DateOnly first, DateOnly second) =>
        second <= LatestSecond(first) && (SecondNeverOnSameDay ? second > first : second >= first);

    public bool Equals(QuorumRule? other) => other is not null && Blocs.SequenceEqual(other.Blocs) && Chairs.SequenceEqual(other.Chairs)
        && (SecondFailure, SecondNeverOnSameDay, MonthsToSecond) == (other.SecondFailure, other.SecondNeverOnSameDay, other.MonthsToSecond);

    public override int GetHashCode() => HashCode.Combine(Blocs.Length, Chairs.Length, SecondFailure, SecondNeverOnSameDay, MonthsToSecond);

    private static ImmutableArray<Bloc> Apart(ImmutableArray<Bloc> blocs)
    {
        if (blocs.IsDefaultOrEmpty)
            throw new ArgumentException("There is no bloc to count.", nameof(blocs));
        if (blocs.SelectMany(b => b.Groups).GroupBy(g => g).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"The group {twice.Key} is in two blocs.", nameof(blocs));
        return blocs;
    }
}
