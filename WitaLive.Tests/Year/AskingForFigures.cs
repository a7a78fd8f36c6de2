using System.Text;
using WitaLive.App.Access;
using WitaLive.App.Spreadsheets;
using WitaLive.App.Year;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Year;

public class AskingForFigures
{
    private static readonly FigurePeriod s_winter = new(new(2026, 11, 1), new(2027, 3, 31), new(2026, 11, 30));

    [Theory, OnSqlite, OnPostgres]
    public async Task Counts_what_one_file_went_through_and_lists_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        Assert.Null(await AnApplicant.DoAsync(office, file, new DeclareComplete()));
        Assert.Single(await office.Get<App.Files.FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default));
        await InAChamber.DecideAsync(office, file, "plus");

        var report = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, s_winter, default);

        foreach (var kind in new[] { FigureKind.Received, FigureKind.Complete, FigureKind.CompleteAtOnce, FigureKind.Decided, FigureKind.Granted, FigureKind.InTime, FigureKind.InPlainTime, FigureKind.Stock })
            Assert.Equal((kind, 1), (kind, report[kind])); // it waited at the end of November
        Assert.Equal((1, 1), (report[FigureKind.Granted, "plus"], report[FigureKind.Decided, "plus"]));
        Assert.Equal(43, report.Delays.Single(delay => delay.Name == "ToDecision").Days!.Median);
        foreach (var figure in report.Figures)
            Assert.Equal((figure, figure.Count), (figure, (await office.Get<FigureList>().ReadAsync(PlanningOffice.Secretary, figure.Kind, figure.Part, s_winter, 1, default))!.Total));
        Assert.Null(await office.Get<FigureList>().ReadAsync(PlanningOffice.Secretary, FigureKind.Stock, "13", s_winter, 1, default));
        Assert.True((await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, FigurePeriod.OfYear(2045), default)).IsEmpty);
    }

    [Fact]
    public async Task Is_for_the_secretariat_and_administrators_and_the_lists_with_names_for_the_secretariat_alone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (reading, list) = (office.Get<YearReading>(), office.Get<FigureList>());

        await reading.ReadAsync(Who.With(Roles.Administrator), s_winter, default);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ReadAsync(Who.With(), s_winter, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => list.ReadAsync(Who.With(Roles.Administrator), FigureKind.Received, "", s_winter, 1, default));
    }

    [Fact]
    public async Task Writes_a_workbook_and_a_text_with_every_figure()
    {
        await using var office = await PlanningOffice.OnAsync();
        await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);
        var report = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, s_winter, default);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");

        var file = Sheets.Written(workbook => office.Get<YearSheets>().Write(report, workbook));

        var rows = Sheets.Rows(file, "Figure", "Of which", "Number");
        Assert.Equal(report.Figures.Length, rows.Count);
        Assert.Equal("1", rows.First(row => row["Figure"].Text == "Applications received")["Number"].Text);
        var lines = Encoding.UTF8.GetString(office.Get<YearSheets>().Csv(report)).Split("\r\n");
        Assert.Contains(lines, line => line.StartsWith("Applications received;;1;2026-11-01;2027-03-31;2026-11-30;", StringComparison.Ordinal));
    }

    [Fact]
    public void Makes_harmless_in_text_what_a_spreadsheet_would_run()
    {
        var text = Encoding.UTF8.GetString(new CsvWriter().Add("=1+1", "a;b", "say \"x\"", -3, 2.5m, new DateOnly(2024, 3, 1), null, "@x", "مرحبا").ToBytes());

        Assert.Equal("\uFEFF'=1+1;\"a;b\";\"say \"\"x\"\"\";-3;2.5;2024-03-01;;'@x;مرحبا\r\n", text);
    }

    [Theory]
    [InlineData(null, null, null, "2027-01-01 2027-02-10 2027-02-10", true)]
    [InlineData("2024-01-01", "2024-12-31", null, "2024-01-01 2024-12-31 2024-12-31", true)]
    [InlineData("2024-01-01", "2023-12-31", "2025-03-27", "2024-01-01 2024-12-31 2025-03-27", false)]
    [InlineData("soon", "9999-99-99", "", "2027-01-01 2027-02-10 2027-02-10", false)]
    public void Reads_any_address_as_a_period_and_says_when_it_is_another(string? from, string? until, string? on, string read, bool asAsked)
    {
        var period = FigurePeriod.Read(from, until, on, new(2027, 2, 10));

        Assert.Equal(asAsked, period.IsAsAsked(from, until, on));
        Assert.Equal(read, string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd} {period.Until:yyyy-MM-dd} {period.On:yyyy-MM-dd}"));
    }

    [Theory] // of a day to come nobody knows what waits
    [InlineData(2026, "2026-12-31"), InlineData(2027, "2027-02-10"), InlineData(2028, "2028-12-31")]
    public void A_running_year_counts_what_there_is_today(int year, string on) =>
        Assert.Equal(DateOnly.Parse(on, CultureInfo.InvariantCulture), FigurePeriod.OfYear(year, new(2027, 2, 10)).On);
}
