namespace WitaLive.Domain.Rules;

/// <summary>What is paid for a session, to whom, and from which length on.</summary>
/// <param name="SessionMinutes">The shortest effective duration of a session. Unit: minutes. Source: rules of procedure, art. 54.</param>
/// <param name="AttendedMinutes">How long the seat was occupied at least: «complete session effectively attended» (royal decree, art. 9). Unit: minutes.</param>
/// <param name="PausesCount">Whether suspensions belong to the effective duration.</param>
/// <param name="Groups">By group, for each seat. A group that is not named gets none. Unit: euro, at the index of <paramref name="IndexBase"/>.</param>
/// <param name="Offices">By office, for each holder who attends. Unit: as for groups.</param>
/// <param name="IndexBase">The month to whose pivot index the amounts are linked, such as 2021-12.</param>
/// <param name="Index">By calendar year: what the amounts are multiplied by. A year that is missing is said to be missing (law reference §10, O-15).</param>
/// <param name="CedableIn">The formations to which both of a duo may be invited, and in which the effective member may cede the fee to the substitute.</param>
/// <param name="ClaimDays">How long after the end of a quarter its members may still cede a fee or claim travel costs. No text says it; what is paid follows in the next quarter. Unit: days.</param>
/// <param name="Travel">What is paid back for coming.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 9; rules of procedure, art. 21 § 3, 54 and 55.</remarks>
public sealed record FeeRule(
    DateOnly From, int SessionMinutes, int AttendedMinutes, bool PausesCount, ImmutableDictionary<GroupCode, decimal> Groups,
    ImmutableDictionary<ChairRole, decimal> Offices, string IndexBase, ImmutableDictionary<string, decimal> Index, ImmutableArray<FormationCode> CedableIn,
    int ClaimDays, TravelRule Travel, ImmutableArray<string> Source) : IDated
{
    internal const string File = "fees.json";

    public int SessionMinutes { get; } = SessionMinutes >= 0 ? SessionMinutes : throw new ArgumentException("A duration is negative.", nameof(SessionMinutes));

    public int AttendedMinutes { get; } = AttendedMinutes >= 0 ? AttendedMinutes : throw new ArgumentException("A duration is negative.", nameof(AttendedMinutes));

    public int ClaimDays { get; } = ClaimDays >= 0 ? ClaimDays : throw new ArgumentException("A number of days is negative.", nameof(ClaimDays));

    public ImmutableDictionary<GroupCode, decimal> Groups { get; } = Groups.Values.All(amount => amount > 0)
        ? Groups
        : throw new ArgumentException("A group that gets nothing is left out.", nameof(Groups));

    public ImmutableDictionary<ChairRole, decimal> Offices { get; } = Offices.Values.All(amount => amount > 0)
        ? Offices
        : throw new ArgumentException("An office that gets nothing is left out.", nameof(Offices));

    public ImmutableDictionary<string, decimal> Index { get; } = Index.All(year => year.Key.Length == 4 && year.Key.All(char.IsAsciiDigit) && year.Value > 0)
        ? Index
        : throw new ArgumentException("The index is a number above 0 for each year, such as \"2026\".", nameof(Index));

    /// <summary>What amounts are multiplied by in a year; null when nobody has said it.</summary>
    public decimal? IndexOf(int year) => Index.TryGetValue($"{year:0000}", out var index) ? index : null;
}
