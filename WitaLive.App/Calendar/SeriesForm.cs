using System.Globalization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Calendar;

/// <summary>What someone typed about a series: kept as typed, whatever it is. Hour, length and place stand in <see cref="Facts"/>.</summary>
public sealed class SeriesForm
{
    public const int LongestInMonths = 24;
    public const int MostWeeks = 26;

    public MeetingForm Facts { get; } = new();

    public string From { get; set; } = "";

    public string Until { get; set; } = "";

    public DayOfWeek Weekday { get; set; } = DayOfWeek.Tuesday;

    public string Weeks { get; set; } = "2";

    public bool IsThinned { get; set; } = true;

    public bool HoldsBridgeDays { get; set; } = true;

    /// <summary>Dates that the planner leaves out one by one.</summary>
    public HashSet<DateOnly> LeftOut { get; } = [];

    /// <summary>The series and what each meeting of it has in common, or what is wrong with each field.</summary>
    /// <param name="now">No series begins before its day.</param>
    public (Series? Series, MeetingFacts? Facts, ImmutableArray<FieldProblem> Problems) Read(DateTimeOffset now)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        var (from, until) = (DayText.ReadNear(From), DayText.ReadNear(Until));
        if (from is null)
            problems.Add(new("from", new DayNotGiven()));
        else if (from < now.DayInBrussels())
            problems.Add(new("from", new StartsInThePast()));
        if (until is null)
            problems.Add(new("until", new DayNotGiven()));
        else if (from > until)
            problems.Add(new("until", new SeriesBackwards()));
        else if (from?.AddMonths(LongestInMonths) < until)
            problems.Add(new("until", new SeriesTooLong(LongestInMonths)));
        if (!int.TryParse(Weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) || weeks is < 1 or > MostWeeks)
            problems.Add(new("weeks", new WeeksUnusable(1, MostWeeks)));

        // The facts are those of each date; the day in them is any day to come.
        Facts.Day = DayText.Of(now.DayInBrussels().AddDays(1));
        var (facts, wrong) = Facts.Read(now);
        problems.AddRange(wrong);
        return problems.Count > 0 ? (null, null, problems.ToImmutable()) : (new(from!.Value, until!.Value, Weekday, weeks, IsThinned), facts, []);
    }
}
