using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.App.Year;
using WitaLive.Bench.Years;
using WitaLive.Domain.Figures;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Guards;
using WitaLive.Tests.Meetings;
using Plan = WitaLive.Bench.Years.YearPlan;

namespace WitaLive.Tests.Year;

/// <summary>A small year of the shape of 2024, made by the acts of people; the report counts what whoever made it wrote down, and the plan wanted.</summary>
public class AMadeYear
{
    [Fact]
    public async Task Is_counted_exactly_and_each_figure_opens_as_many_lines()
    {
        var plan = Plan.Read(Path.Combine(Repository.Root, "data", "years", "2024.json")).Scaled(0.03);
        await using var office = await PlanningOffice.OnAsync(start: new(2024, 1, 2, 6, 0, 0, TimeSpan.Zero));
        var maker = new YearMaker(office.Services, plan, at => office.Clock.Advance(at - office.Clock.GetUtcNow()), new Random(2024));

        await maker.RunAsync();

        var (made, period) = (maker.Made, FigurePeriod.OfYear(2024) with { On = plan.CirculationOn });
        var report = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, period, default);
        Assert.Equal(
            (plan.Received, plan.Delivered.Values.Sum(), plan.Decided, plan.Refused.Values.Sum(), plan.Referred, plan.Heard, plan.Withdrawn + plan.Cancelled),
            (report[FigureKind.Received], report[FigureKind.Granted], report[FigureKind.Decided], report[FigureKind.Refused], report[FigureKind.Referred], report[FigureKind.Heard], report[FigureKind.Ended]));
        Assert.Equal(plan.Delivered, Parts(report, FigureKind.Granted));
        Assert.Equal(plan.Refused, Parts(report, FigureKind.Refused));
        Assert.Equal(plan.Meetings.Select(kind => (kind.Key, kind.Value)), plan.Meetings.Keys.Select(kind => (kind, report[FigureKind.Held, kind is "plenary" or "enlarged" ? $"{kind}-" : $"restricted-{kind}"])));
        Assert.Equal((plan.Failed.Values.Sum(), plan.Failed.Values.Sum()), (report[FigureKind.Failed], report[FigureKind.Second]));
        Assert.Equal((plan.CalledOff.Values.Sum(), made.Meetings.Count(m => m.IsCalledOff)), (report[FigureKind.Cancelled], plan.CalledOff.Values.Sum()));
        Assert.Equal(made.Appeals.Count, report[FigureKind.Appeals]);
        Assert.Equal(plan.Delivered.Values.Sum() + plan.Transitional.Where(lot => lot.Until >= plan.CirculationOn).Sum(lot => lot.Count), report[FigureKind.Circulation]);

        var files = made.Files;
        Assert.Equal(
            (files.Count(f => f.CompleteOn is not null), files.Count(f => f is { CompleteOn: not null, IsAsked: false }), made.All.Count(f => f.NotifiedOn is not null), made.All.Count(f => f.EndedOn is null && !f.IsSilent)),
            (report[FigureKind.Complete], report[FigureKind.CompleteAtOnce], report[FigureKind.Notified], report[FigureKind.Stock]));
        Assert.Equal(
            [
                Spread.Of(files.Where(f => f.CompleteOn is not null).Select(f => f.CompleteOn!.Value.DayNumber - f.ReceivedOn.DayNumber)),
                Spread.Of(made.Decided.Select(f => f.DecidedOn!.Value.DayNumber - f.CompleteOn!.Value.DayNumber)),
                Spread.Of(made.Decided.Select(f => f.DecidedOn!.Value.DayNumber - f.ReceivedOn.DayNumber)),
                Spread.Of(made.All.Where(f => f.NotifiedOn is not null).Select(f => f.NotifiedOn!.Value.DayNumber - f.DecidedOn!.Value.DayNumber)),
                Spread.Of(made.All.Where(f => f.NotifiedOn is not null).Select(f => f.NotifiedOn!.Value.DayNumber - f.ReceivedOn.DayNumber)),
            ],
            report.Delays.Select(delay => delay.Days));
        Assert.Equal(made.Meetings.Where(m => m is { IsHeld: true, Kind: "fr" }).Select(m => m.Files).Max(), report.Meetings.Single(m => m is { Language: "fr" }).Files!.Ninetieth);
        foreach (var group in report.Attendance)
            Assert.Equal(SeatTurnout.All.Select(turnout => (turnout, made.Meetings.Sum(m => m.Seats.GetValueOrDefault((group.Group.Value, turnout))))), SeatTurnout.All.Select(turnout => (turnout, group[turnout])));
        Assert.Equal(files.GroupBy(f => f.ReceivedOn.Month).Select(of => of.Count()), report.Months.Where(m => m.Received > 0).Select(m => m.Received));
        await HasWhatDoesNotGoAsPlannedAsync(office, made);
        await OpensAsManyAsync(office, report);
        await OpensRowsAsync(office, report);
        await TellsNobodyApartAsync(office, plan);
    }

    // Appeals, proxies, papers: at least one of each, and all of them where people would look for them.
    private static async Task HasWhatDoesNotGoAsPlannedAsync(PlanningOffice office, MadeYear made)
    {
        await using var db = office.Databases.CreateDbContext();
        Assert.NotEmpty(made.Appeals);
        Assert.Equal(made.Appeals.Select(f => f.Id).Order(), (await db.Set<ApplicationFile>().Where(f => f.Kind == FileKind.Appeal).Select(f => f.Id).ToListAsync()).Order());
        var represented = made.Meetings.Sum(m => m.Seats.Where(s => s.Key.Turnout == SeatTurnout.Represented).Sum(s => s.Value));
        Assert.True(represented > 0);
        Assert.Equal(represented, await db.Set<SignedProxy>().CountAsync());
        Assert.Equal(made.Files.Count(f => f.HasPaper), await db.Set<StoredProof>().CountAsync());
        Assert.True(made.Files.Exists(f => f.HasPaper));
    }

    [Theory] // the one German meeting of a small year decides what the whole year brings in German
    [InlineData(0.03), InlineData(0.1), InlineData(0.2)]
    public async Task Has_what_meets_once_meet_late(double factor)
    {
        await using var office = await PlanningOffice.OnAsync(start: new(2024, 1, 2, 6, 0, 0, TimeSpan.Zero));
        var plan = Plan.Read(Path.Combine(Repository.Root, "data", "years", "2024.json")).Scaled(factor);

        Assert.InRange(MeetingDay.Of(plan, await office.CommissionAsync(), office.Get<RuleBook>().On(new(2024, 1, 2)).Notice).Single(day => day.Kind == "de").Day, new(2024, 8, 19), new(2024, 12, 18));
    }

    // Every figure, whole or part, and the lines behind it.
    private static async Task OpensAsManyAsync(PlanningOffice office, YearReport report)
    {
        foreach (var figure in report.Figures)
            Assert.Equal((figure, figure.Count), (figure, (await office.Get<FigureList>().ReadAsync(PlanningOffice.Secretary, figure.Kind, figure.Part, report.Period, 1, default))!.Total));
        foreach (var group in report.Attendance)
        {
            foreach (var turnout in SeatTurnout.All)
                Assert.Equal(group[turnout], (await office.Get<FigureList>().ReadAsync(PlanningOffice.Secretary, FigureKind.Seats, $"{group.Group.Value}-{turnout}", report.Period, 1, default))!.Total);
        }
    }

    // Rows of the other tables open lists too: of a month, of what took its days, of a formation.
    private static async Task OpensRowsAsync(PlanningOffice office, YearReport report)
    {
        foreach (var month in report.Months)
        {
            var within = report.Period with { From = month.First, Until = month.Last };
            Assert.Equal((month, month.Received, month.Decided), (month, await CountAsync(FigureKind.Received, "", within), await CountAsync(FigureKind.Decided, "", within)));
        }
        foreach (var delay in report.Delays.Where(delay => delay.Days is not null))
            Assert.Equal((delay.Name, delay.Days!.Count), (delay.Name, await CountAsync(delay.Of, "", report.Period)));
        foreach (var meetings in report.Meetings)
            Assert.Equal((meetings, meetings.Held, meetings.Failed, meetings.Cancelled), (meetings, await CountAsync(FigureKind.Held, meetings.Part, report.Period), await CountAsync(FigureKind.Failed, meetings.Part, report.Period), await CountAsync(FigureKind.Cancelled, meetings.Part, report.Period)));

        async Task<int> CountAsync(FigureKind kind, string part, FigurePeriod period) => (await office.Get<FigureList>().ReadAsync(PlanningOffice.Secretary, kind, part, period, 1, default))!.Total;
    }

    private static async Task TellsNobodyApartAsync(PlanningOffice office, Plan plan)
    {
        Assert.Null(await office.Get<PublicFigures>().ReadAsync(2024, default)); // not over yet
        office.Clock.Advance(TimeSpan.FromDays(2));
        var open = (await office.Get<PublicFigures>().ReadAsync(2024, default))!;

        var decided = open.Table(PublicFigures.Decided);
        Assert.Equal(plan.Decided, decided.Total);
        Assert.Null(decided.RowTotals[decided.Rows.IndexOf("ordinary")]); // one person
        Assert.Null(decided.ColumnTotals[decided.Columns.IndexOf("de")]); // four in German
        // Cells of all three kinds are met: shown, none, and masked; and no masked one can be worked out from its row.
        var cells = open.Tables.SelectMany(table => table.Cells.SelectMany(row => row)).ToList();
        Assert.True((cells.Count(c => c >= 5) > 4, cells.Count(c => c is null) > 4) == (true, true), $"{string.Join(' ', cells.Select(c => c?.ToString(CultureInfo.InvariantCulture) ?? "–"))}");
        Assert.All(open.Tables, table => Assert.All(table.Rows.Select((_, at) => (table.RowTotals[at], Masked: table.Cells[at].Count(c => c is null))), row => Assert.True(row.Item1 is null || row.Masked != 1)));
        await using (var page = await APage.OpenAsync<FiguresPage>(office, Who.Nobody, address: "figures?year=2024"))
        {
            Assert.Contains("not shown", await page.TextAsync(), StringComparison.Ordinal);
            Assert.Contains(plan.Decided.ToString(CultureInfo.InvariantCulture), await page.TextAsync(), StringComparison.Ordinal);
        }
        Assert.All(open.Tables.SelectMany(table => table.Cells.SelectMany(row => row)), count => Assert.True(count is null or 0 or >= 5, $"{count}"));
        await using var db = office.Databases.CreateDbContext();
        Assert.DoesNotContain(await db.Set<Attestation>().Select(a => a.Holder).FirstAsync(), System.Text.Encoding.UTF8.GetString(PublicFigures.Csv(open)), StringComparison.Ordinal);
    }

    private static ImmutableSortedDictionary<string, int> Parts(YearReport report, FigureKind kind) => report.PartsOf(kind).ToImmutableSortedDictionary(part => part.Part, part => part.Count);
}
