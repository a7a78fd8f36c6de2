using WitaLive.Domain;
using WitaLive.Domain.Figures;

namespace WitaLive.App.Year;

/// <summary>A figure: how many of what.</summary>
/// <param name="Part">A code, where what is counted falls into parts; empty for the whole.</param>
public sealed record Figure(FigureKind Kind, string Part, int Count);

/// <summary>From which day to which other something took, and how long.</summary>
/// <param name="Of">What is counted: those that reached the later day within the period.</param>
/// <param name="Name">A key of the texts: Delay_ and this.</param>
/// <param name="Days">Null while there is no case.</param>
public sealed record DelayFigure(FigureKind Of, string Name, Spread? Days)
{
    /// <summary>Of what is counted, those whose earlier day is known: the list opens these.</summary>
    public string Part { get; init; } = "";
}

/// <summary>The meetings of a formation in a language.</summary>
/// <param name="Language">A code; empty for a formation of all languages.</param>
/// <param name="Files">On the agendas of those that were held; null when none was.</param>
public sealed record MeetingFigures(FormationCode Formation, string Language, int Held, int Failed, int Cancelled, Spread? Files)
{
    public string Part => $"{Formation.Value}-{Language}";
}

/// <summary>What became of the seats of a group, counted once for each meeting that was held or failed.</summary>
public sealed record AttendanceFigures(GroupCode Group, int Effective, int Substitute, int Represented, int Absent)
{
    public int Called => Effective + Substitute + Represented + Absent;

    /// <summary>By a code of what became of the seat.</summary>
    public int this[string turnout] => turnout switch
    {
        SeatTurnout.Effective => Effective,
        SeatTurnout.Substitute => Substitute,
        SeatTurnout.Represented => Represented,
        _ => Absent,
    };
}

/// <summary>What came in and what was decided in a month of the period.</summary>
/// <param name="First">Its first day within the period.</param>
public sealed record MonthFigures(DateOnly First, DateOnly Last, int Received, int Decided);

/// <summary>The figures of a period.</summary>
/// <param name="Figures">Wholes and parts, in the order in which they are read.</param>
/// <param name="MonthsToDecide">The time the law gives. Unit: months.</param>
public sealed record YearReport(
    FigurePeriod Period, ImmutableArray<Figure> Figures, ImmutableArray<DelayFigure> Delays, ImmutableArray<MonthFigures> Months, ImmutableArray<MeetingFigures> Meetings, ImmutableArray<AttendanceFigures> Attendance, int MonthsToDecide)
{
    /// <summary>Of the files decided, those whose legal date is known: of no other one can be said whether it was in time.</summary>
    public int WithDueDate { get; init; }

    /// <summary>Of the files decided, those that were declared complete here, from which the calendar counts.</summary>
    public int WithCompleteDay { get; init; }

    public bool IsEmpty => Figures.All(figure => figure.Count == 0);

    /// <summary>The whole of a kind.</summary>
    public int this[FigureKind kind] => Figures.FirstOrDefault(figure => figure.Kind == kind && figure.Part.Length == 0)?.Count ?? 0;

    /// <summary>One part of it; 0 for one that is not there.</summary>
    public int this[FigureKind kind, string part] => Figures.FirstOrDefault(figure => figure.Kind == kind && figure.Part == part)?.Count ?? 0;

    public IEnumerable<Figure> PartsOf(FigureKind kind) => Figures.Where(figure => figure.Kind == kind && figure.Part.Length > 0);
}
