namespace WitaLive.Domain.Rules;

/// <summary>How figures are counted, and the yearly report in which the Commission publishes them.</summary>
/// <param name="FirstYear">The first calendar year of which there are figures.</param>
/// <param name="StockAges">Ages of what waits begin here, the first at 0. Unit: months since the file came in.</param>
/// <exception cref="ArgumentException">The ages do not begin at 0 or do not rise.</exception>
public sealed record FiguresRule(DateOnly From, int FirstYear, ImmutableArray<int> StockAges, AnnualReportRule Report, ImmutableArray<string> Source) : IDated
{
    internal const string File = "figures.json";

    public ImmutableArray<int> StockAges { get; } = StockAges is [0, ..] && StockAges.Zip(StockAges.Skip(1)).All(two => two.First < two.Second)
        ? StockAges
        : throw new ArgumentException("The ages begin at 0 and rise.", nameof(StockAges));

    /// <summary>The calendar years of which there are figures, the last one first.</summary>
    public ImmutableArray<int> YearsUntil(int last) => [.. Enumerable.Range(FirstYear, Math.Max(0, last - FirstYear + 1)).Reverse()];
}

/// <summary>The activity report on a calendar year, due in the next one.</summary>
/// <param name="Month">Of the day on which it is due at the latest, 1 to 12.</param>
/// <param name="Day">Of that month.</param>
/// <param name="Languages">In which its sections are written at least.</param>
/// <param name="AlsoLanguages">In which they may be written besides.</param>
/// <param name="Sections">Codes of what it says, in their order; the figures stand at «figures».</param>
/// <param name="RemindDays">From when on the secretariat is reminded. Unit: days before it is due.</param>
/// <param name="UrgentDays">From when on that stands above everything else. Unit: days before it is due.</param>
/// <exception cref="ArgumentException">There is no such day in every year, no language, a section twice or none for the figures, or it is urgent before anybody is reminded.</exception>
/// <remarks>Source: rules of procedure, art. 37. The law names no day.</remarks>
public sealed record AnnualReportRule(int Month, int Day, ImmutableArray<string> Languages, ImmutableArray<string> AlsoLanguages, ImmutableArray<string> Sections, int RemindDays, int UrgentDays)
{
    /// <summary>The section that nobody writes.</summary>
    public const string Figures = "figures";

    public int Day { get; } = Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2001, Month) ? Day : throw new ArgumentException("There is no such day in every year.", nameof(Day));

    public ImmutableArray<string> Languages { get; } = Languages.IsEmpty ? throw new ArgumentException("It is written in one language at least.", nameof(Languages)) : Languages;

    public ImmutableArray<string> Sections { get; } = Sections.Count(section => section == Figures) == 1 && Sections.Distinct().Count() == Sections.Length
        ? Sections
        : throw new ArgumentException("Each section stands there once, and the figures among them.", nameof(Sections));

    public int UrgentDays { get; } = UrgentDays >= 0 && UrgentDays <= RemindDays ? UrgentDays : throw new ArgumentException("Somebody is reminded before it is urgent, and both before its day.", nameof(UrgentDays));

    /// <summary>In which its sections may be written, those that are wanted first.</summary>
    public ImmutableArray<string> AllLanguages => [.. Languages, .. AlsoLanguages];

    /// <summary>Those that somebody writes.</summary>
    public IEnumerable<string> Written => Sections.Where(section => section != Figures);

    /// <summary>The day on which the report on a year is due.</summary>
    public DateOnly DueOn(int year) => new(year + 1, Month, Day);

    /// <summary>Whether somebody is reminded of the report on a year.</summary>
    public bool IsReminded(int year, DateOnly today) => today >= DueOn(year).AddDays(-RemindDays);

    /// <summary>Whether that stands above everything else.</summary>
    public bool IsUrgent(int year, DateOnly today) => today >= DueOn(year).AddDays(-UrgentDays);
}
