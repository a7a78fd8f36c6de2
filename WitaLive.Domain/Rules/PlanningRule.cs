namespace WitaLive.Domain.Rules;

/// <summary>What planning goes by: what the rules of procedure fix, and the settings that the secretariat chose where they fix nothing.</summary>
/// <param name="MonthsAhead">How far the provisional calendar reaches. Unit: months. Source: rules of procedure, art. 14.</param>
/// <param name="ThinMonths">Months in which a series may be held more seldom, 1 to 12.</param>
/// <param name="ThinEvery">Of a series, each so many-th date is held in those months; 1 for all of them.</param>
/// <param name="DraftDays">How long before the meeting a draft reaches the members. Unit: days. Source: art. 23 § 3.</param>
/// <param name="DraftFormations">Where <paramref name="DraftDays"/> is asked for.</param>
/// <param name="Minutes">What an item of each kind takes while nothing was learned from past meetings. Unit: minutes.</param>
/// <param name="FewestPastItems">How many past items it takes to learn from.</param>
/// <param name="AlmostFull">From when on a meeting is said to be almost full. Unit: per cent of its time.</param>
/// <param name="UndoMinutes">How long a conclusion can be undone, and its mail waits: one clicked by mistake must not become a letter. Unit: minutes.</param>
/// <param name="AttendanceDaysAhead">How long before its day the attendance list of a meeting lies open. Unit: days; 0 for that day alone (rules of procedure, art. 10, which says only that it is signed).</param>
/// <param name="Forecast">How the quorum is foreseen.</param>
public sealed record PlanningRule(
    DateOnly From, int MonthsAhead, ImmutableArray<int> ThinMonths, int ThinEvery, int DraftDays, ImmutableArray<FormationCode> DraftFormations,
    ImmutableDictionary<string, int> Minutes, int FewestPastItems, int AlmostFull, int UndoMinutes, int AttendanceDaysAhead, ForecastRule Forecast, ImmutableArray<string> Source) : IDated
{
    internal const string File = "planning.json";

    public int MonthsAhead { get; } = AtLeast(1, MonthsAhead, nameof(MonthsAhead));

    public ImmutableArray<int> ThinMonths { get; } = ThinMonths.All(month => month is >= 1 and <= 12)
        ? ThinMonths
        : throw new ArgumentException("A month is a number from 1 to 12.", nameof(ThinMonths));

    public int ThinEvery { get; } = AtLeast(1, ThinEvery, nameof(ThinEvery));

    public int DraftDays { get; } = AtLeast(0, DraftDays, nameof(DraftDays));

    public ImmutableDictionary<string, int> Minutes { get; } = Minutes.Values.All(minutes => minutes >= 1)
        ? Minutes
        : throw new ArgumentException("An item takes a minute at least.", nameof(Minutes));

    public int FewestPastItems { get; } = AtLeast(1, FewestPastItems, nameof(FewestPastItems));

    public int AlmostFull { get; } = AtLeast(1, AlmostFull, nameof(AlmostFull));

    public int UndoMinutes { get; } = AtLeast(0, UndoMinutes, nameof(UndoMinutes));

    /// <summary>The same as a time.</summary>
    public TimeSpan UndoFor => TimeSpan.FromMinutes(UndoMinutes);

    public int AttendanceDaysAhead { get; } = AtLeast(0, AttendanceDaysAhead, nameof(AttendanceDaysAhead));

    /// <summary>The last day on which a draft is in time; null where none is asked for.</summary>
    public DateOnly? LatestDraft(FormationCode formation, DateOnly meeting) => DraftFormations.Contains(formation) ? meeting.AddDays(-DraftDays) : null;

    /// <summary>What an item of a kind takes where nobody knows better. Unit: minutes.</summary>
    public int MinutesOf(string kind) => Minutes.TryGetValue(kind, out var minutes) ? minutes : Minutes.Values.Max();

    private static int AtLeast(int least, int given, string name) => given >= least ? given : throw new ArgumentException($"{name} is less than {least}.", name);
}
