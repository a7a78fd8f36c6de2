using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Year;

namespace WitaLive.Bench.Years;

/// <summary>Makes a year and prints what the report says of it, beside what the plan wanted.</summary>
internal static class YearRun
{
    public const string Role = "year";

    /// <param name="factor">1 for the whole year, less for a smaller one of the same shape.</param>
    public static async Task RunAsync(Figures figures, string data, string directory, double factor)
    {
        var plan = YearPlan.Read(Path.Combine(data, "years", "2024.json")).Scaled(factor);
        await using var office = await YearOffice.OpenAsync(data, directory);
        var (clock, process) = (Stopwatch.StartNew(), Process.GetCurrentProcess());
        var before = process.TotalProcessorTime;
        var maker = new YearMaker(office.Services, plan, office.Clock.MoveTo, new Random(plan.Year));
        await maker.RunAsync();
        process.Refresh();
        figures.Begin(string.Create(CultureInfo.InvariantCulture, $"{plan.Year}, {plan.Received:N0} applications, {maker.Made.Meetings.Count} meetings, made by their acts in {clock.Elapsed.TotalSeconds:0} s ({(process.TotalProcessorTime - before).TotalSeconds:0} s of processor time), SQLite {new FileInfo(Path.Combine(directory, "witalive.db")).Length / 1_000_000} MB"));

        var reading = office.Services.GetRequiredService<YearReading>();
        office.Clock.MoveTo(new(plan.CirculationOn, new(8, 0), TimeSpan.Zero));
        var period = FigurePeriod.OfYear(plan.Year) with { On = plan.CirculationOn };
        var report = await reading.ReadAsync(period, default);
        Say("applications received", report[FigureKind.Received], plan.Received);
        Say("attestations delivered", report[FigureKind.Granted], plan.Delivered.Values.Sum());
        foreach (var (type, count) in plan.Delivered)
            Say($"delivered, {type}", report[FigureKind.Granted, type], count);
        Say("decided", report[FigureKind.Decided], plan.Decided);
        foreach (var (reason, count) in plan.Refused)
            Say($"refused, {reason}", report[FigureKind.Refused, reason], count);
        Say("referred", report[FigureKind.Referred], plan.Referred);
        Say("heard", report[FigureKind.Heard], plan.Heard);
        Say("appeals", report[FigureKind.Appeals], maker.Made.Appeals.Count);
        Say("meetings called off", report[FigureKind.Cancelled], plan.CalledOff.Values.Sum());
        foreach (var (kind, count) in plan.Meetings)
            Say($"meetings held, {kind}", report[FigureKind.Held, PartOf(kind)], count);
        Say("meetings failed", report[FigureKind.Failed], plan.Failed.Values.Sum());
        Say($"in circulation on {plan.CirculationOn:yyyy-MM-dd}", report[FigureKind.Circulation], plan.Delivered.Values.Sum() + plan.Transitional.Where(lot => lot.From <= plan.CirculationOn && lot.Until >= plan.CirculationOn).Sum(lot => lot.Count));
        foreach (var delay in report.Delays)
            figures.Add($"days, {delay.Name}", delay.Days is { } days ? string.Create(CultureInfo.InvariantCulture, $"median {days.Median}, 90th percentile {days.Ninetieth}") : "none");
        var taken = new List<double>();
        for (var n = 0; n < 25; n++)
        {
            var start = Stopwatch.GetTimestamp();
            await reading.ReadAsync(period, default);
            if (n >= 5)
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        figures.Add("the report of the year, counted anew", new Percentiles(taken).ToString());

        void Say(string what, int counted, int wanted) => figures.Add(what, counted.ToString("N0", CultureInfo.InvariantCulture), counted == wanted ? "as planned" : string.Create(CultureInfo.InvariantCulture, $"WANTED {wanted:N0}"));
    }

    /// <summary>How the report calls meetings of a kind.</summary>
    public static string PartOf(string kind) => kind is "plenary" or "enlarged" ? $"{kind}-" : $"restricted-{kind}";
}
