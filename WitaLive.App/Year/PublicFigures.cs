using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Applications;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Year;

/// <summary>
/// What anyone may know of a year. Only of calendar years that are over: between two periods that one could choose, or two days of a running year, the difference would
/// tell of single persons.
/// </summary>
public sealed class PublicFigures(IDbContextFactory<WitaLiveDb> databases, YearReading reading, RuleBook rules, TimeProvider clock)
{
    public const string Received = "received";
    public const string Decided = "decided";
    public const string Circulation = "circulation";

    // Whoever passes by asks: a year is counted once in a while, not once for each of them.
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<int, (DateTimeOffset At, OpenFigures Figures)> _counted = new();

    /// <summary>Calendar years that are over, the last one first.</summary>
    public ImmutableArray<int> Years => rules.On(reading.Today).Figures.YearsUntil(reading.Today.Year - 1);

    /// <summary>Null for a year that is not over, or before all.</summary>
    public async Task<OpenFigures?> ReadAsync(int year, CancellationToken ct)
    {
        if (!Years.Contains(year))
            return null;
        if (_counted.TryGetValue(year, out var known) && clock.GetUtcNow() - known.At < s_fresh)
            return known.Figures;
        var counted = await CountAsync(year, ct);
        _counted[year] = (clock.GetUtcNow(), counted);
        return counted;
    }

    /// <summary>One line a cell; what is masked is empty.</summary>
    public static byte[] Csv(OpenFigures figures)
    {
        var csv = new CsvWriter().Add("year", "table", "row", "column", "count");
        foreach (var table in figures.Tables)
        {
            for (var row = 0; row < table.Rows.Length; row++)
            {
                for (var column = 0; column < table.Columns.Length; column++)
                    csv.Add(figures.Year, table.Name, table.Rows[row], table.Columns[column], table.Cells[row][column]);
                csv.Add(figures.Year, table.Name, table.Rows[row], "total", table.RowTotals[row]);
            }
            for (var column = 0; column < table.Columns.Length; column++)
                csv.Add(figures.Year, table.Name, "total", table.Columns[column], table.ColumnTotals[column]);
            csv.Add(figures.Year, table.Name, "total", "total", table.Total);
        }
        foreach (var delay in figures.Delays)
            csv.Add(figures.Year, "days", delay.Name, "median", delay.MedianDays).Add(figures.Year, "days", delay.Name, "ninetieth", delay.NinetiethDays);
        foreach (var meetings in figures.Meetings)
            csv.Add(figures.Year, "meetings", meetings.Formation, meetings.Language, meetings.Held);
        return csv.ToBytes();
    }

    private async Task<OpenFigures> CountAsync(int year, CancellationToken ct)
    {
        var period = FigurePeriod.OfYear(year);
        var inForce = rules.On(period.Until);
        var smallest = inForce.Procedure.SmallestCell;
        var report = await reading.ReadAsync(period, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var received = (await FigureFiles.Of(db, FigureKind.Received, period, []).IgnoreQueryFilters().Join(db.Set<ApplicationFile>(), d => d.FileId, f => f.Id, (d, f) => f.Language)
            .GroupBy(language => language).Select(of => new { of.Key, Count = of.Count() }).ToListAsync(ct)).ToDictionary(of => of.Key, of => of.Count);
        var decided = (await FigureFiles.Of(db, FigureKind.Decided, period, []).IgnoreQueryFilters().Join(db.Set<ApplicationFile>(), d => d.FileId, f => f.Id, (d, f) => new { Outcome = d.Outcome ?? "", f.Language })
            .GroupBy(one => one).Select(of => new { of.Key, Count = of.Count() }).ToListAsync(ct)).ToDictionary(of => (of.Key.Outcome, of.Key.Language), of => of.Count);
        var languages = ApplicationDesk.Languages;
        var outcomes = inForce.FileKinds.Kinds.First(kind => kind.Code == FileKind.Application).Outcomes;
        return new(
            year, smallest,
            [
                OpenTable.Of(Received, [FileKind.Application], languages, (_, language) => received.GetValueOrDefault(language), smallest),
                OpenTable.Of(Decided, outcomes, languages, (outcome, language) => decided.GetValueOrDefault((outcome, language)), smallest),
                OpenTable.Of(Circulation, ["attestation"], [.. inForce.Thresholds.ValidityInYears.Keys.Order(StringComparer.Ordinal)], (_, type) => report[FigureKind.Circulation, type], smallest),
            ],
            [.. report.Delays.Select(delay => delay.Days is { } days && days.Count >= smallest ? new OpenDelay(delay.Name, days.Median, days.Ninetieth) : new(delay.Name, null, null))],
            [.. report.Meetings.Where(meetings => meetings.Held > 0).Select(meetings => new OpenMeetings(meetings.Formation.Value, meetings.Language, meetings.Held))]);
    }
}
