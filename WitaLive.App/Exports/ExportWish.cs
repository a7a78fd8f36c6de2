using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Exports;

/// <summary>Which meetings are wanted in a workbook.</summary>
/// <param name="Until">The last day.</param>
/// <param name="Person">Whose meetings, attendance and votes; null for everybody's.</param>
public sealed record ExportWish(DateOnly From, DateOnly Until, ChamberId? Chamber = null, PersonId? Person = null)
{
    /// <summary>Longest period. Unit: years.</summary>
    public const int MostYears = 10;

    // Near either end of the calendar there is nothing to count with, and nobody has met.
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    /// <summary>In Brussels.</summary>
    public DateTimeOffset Begins => BrusselsTime.At(From, TimeOnly.MinValue);

    /// <summary>When the day after the last one begins.</summary>
    public DateTimeOffset Ends => BrusselsTime.At(Until.AddDays(1), TimeOnly.MinValue);

    /// <summary>Null when such a workbook can be made.</summary>
    public Refusal? WhyNot() => this switch
    {
        _ when Until < From => new ExportDaysInDisorder(),
        _ when From.Year < FirstYear || Until.Year > LastYear => new ExportIsEmpty(),
        _ => From.AddYears(MostYears) < Until ? new ExportTooLong(MostYears) : null,
    };
}

public sealed record ExportDaysInDisorder : Refusal;

public sealed record ExportTooLong(int Years) : Refusal
{
    public override ImmutableArray<object> Gaps => [Years];
}

public sealed record ExportIsEmpty : Refusal;
