namespace WitaLive.Domain.Rules;

/// <summary>How figures are counted, and the yearly report in which the Commission publishes them.</summary>
/// <param name="FirstYear">The first calendar year of which there are figures.</param>
/// <param name="StockAges">Ages of what waits begin here, the first at 0. Unit: months since the file came in.</param>
public sealed record FiguresRule(DateOnly From, int FirstYear, ImmutableArray<int> StockAges, AnnualReportRule Report, ImmutableArray<string> Source) : IDated
{
    internal const string File = "figures.json";

    /// <exception cref="RuleDataException">The ages do not begin at 0 or do not rise, or the day of the report is none.</exception>
    internal void Check()
    {
        if (StockAges is not [0, ..] || StockAges.Zip(StockAges.Skip(1)).Any(two => two.First >= two.Second))
            throw new RuleDataException(File, "stockAges", "they begin at 0 and rise.");
        if (Report.Month is < 1 or > 12 || Report.Day < 1 || Report.Day > DateTime.DaysInMonth(2001, Report.Month))
            throw new RuleDataException(File, "report", "there is no such day in every year.");
        if (Report.Sections.Count(section => section == AnnualReportRule.Figures) != 1 || Report.Sections.Distinct().Count() != Report.Sections.Length)
            throw new RuleDataException(File, "report.sections", "each one stands there once, and the figures among them.");
        if (Report.Languages.IsEmpty || Report.ReminderDays.Any(days => days < 0))
            throw new RuleDataException(File, "report", "it is written in one language at least, and reminded of before its day.");
    }
}

/// <summary>The activity report on a calendar year, due in the next one.</summary>
/// <param name="Month">Of the day on which it is due at the latest, 1 to 12.</param>
/// <param name="Day">Of that month.</param>
/// <param name="Languages">In which its sections are written at least.</param>
/// <param name="AlsoLanguages">In which they may be written besides.</param>
/// <param name="Sections">Codes of what it says, in their order; the figures stand at «figures».</param>
/// <param name="ReminderDays">On which the secretariat is reminded. Unit: days before it is due.</param>
/// <param name="Source">Rules of procedure, art. 37. The law names no day.</param>
public sealed record AnnualReportRule(int Month, int Day, ImmutableArray<string> Languages, ImmutableArray<string> AlsoLanguages, ImmutableArray<string> Sections, ImmutableArray<int> ReminderDays, ImmutableArray<string> Source)
{
    /// <summary>The section that nobody writes.</summary>
    public const string Figures = "figures";

    /// <summary>Those that somebody writes.</summary>
    public IEnumerable<string> Written => Sections.Where(section => section != Figures);

    /// <summary>The day on which the report on a year is due.</summary>
    public DateOnly DueOn(int year) => new(year + 1, Month, Day);

    /// <summary>Whether somebody is reminded of the report on a year.</summary>
    public bool IsReminded(int year, DateOnly today) => today >= DueOn(year).AddDays(-ReminderDays.DefaultIfEmpty(0).Max());

    /// <summary>From the last reminder on, above everything else.</summary>
    public bool IsUrgent(int year, DateOnly today) => today >= DueOn(year).AddDays(-ReminderDays.DefaultIfEmpty(0).Min());
}
