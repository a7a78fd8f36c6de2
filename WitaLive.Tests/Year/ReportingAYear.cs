using System.Security.Claims;
using System.Text.RegularExpressions;
using WitaLive.App.Access;
using WitaLive.App.Start;
using WitaLive.App.Year;
using WitaLive.Domain.Figures;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Year;

/// <summary>Rules of procedure, art. 37: the Commission reports on each year.</summary>
public class ReportingAYear
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_every_version_of_what_the_secretariat_writes_beside_figures_that_nobody_writes(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (desk, person) = (office.Get<AnnualReportDesk>(), (await office.ChamberAsync()).Members.First());
        var (writer, name) = (Who.With(person.Id, Roles.Secretariat), person.FullName);
        await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);

        Assert.Null(await desk.SaveAsync(writer, 2026, "foreword", "fr", 0, " Une année\u0007 chargée. ", default));
        Assert.Null(await desk.SaveAsync(writer, 2026, "foreword", "fr", 0, "Une année chargée.", default)); // sent twice
        Assert.IsType<AnnualReportChangedMeanwhile>(await desk.SaveAsync(writer, 2026, "foreword", "fr", 0, "Autre chose.", default));
        Assert.Null(await desk.SaveAsync(writer, 2026, "foreword", "fr", 1, "# Une année\n\nchargée.", default));

        var report = (await desk.ReadAsync(Who.With(Roles.Administrator), 2026, default))!;
        Assert.Equal(["Une année chargée.", "# Une année\n\nchargée."], report.Versions.Select(version => version.Text));
        Assert.All(report.Versions, version => Assert.Equal((name, office.Clock.GetUtcNow()), (version.By, version.At)));
        Assert.Equal("fr", report.For("foreword", "en")!.Language); // in the first there is
        Assert.Null(report.For("work", "fr"));
        Assert.Equal((1, new DateOnly(2027, 3, 1)), ((await office.Get<YearReading>().ReadAsync(writer, FigurePeriod.OfYear(2026), default))[FigureKind.Received], report.DueOn));
    }

    [Fact]
    public async Task Is_handed_in_once_the_year_is_over_and_each_section_is_written_and_then_changes_no_more()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<AnnualReportDesk>();
        Assert.IsType<AnnualReportYearNotOver>(await desk.HandInAsync(PlanningOffice.Secretary, 2026, default));
        office.Clock.Advance(TimeSpan.FromDays(60));
        foreach (var section in new[] { "foreword", "work", "reading", "outlook" })
        {
            Assert.Equal(new AnnualReportLacksText(section, "fr"), await desk.HandInAsync(PlanningOffice.Secretary, 2026, default));
            Assert.Null(await desk.SaveAsync(PlanningOffice.Secretary, 2026, section, "fr", 0, "Texte.", default));
        }
        Assert.Equal(new AnnualReportLacksText("foreword", "nl"), await desk.HandInAsync(PlanningOffice.Secretary, 2026, default));
        foreach (var section in new[] { "foreword", "work", "reading", "outlook" })
            Assert.Null(await desk.SaveAsync(PlanningOffice.Secretary, 2026, section, "nl", 0, "Tekst.", default));

        Assert.Null(await desk.HandInAsync(PlanningOffice.Secretary, 2026, default));
        Assert.Null(await desk.HandInAsync(PlanningOffice.Secretary, 2026, default)); // a second click
        Assert.IsType<AnnualReportIsHandedIn>(await desk.SaveAsync(PlanningOffice.Secretary, 2026, "work", "fr", 1, "Autre.", default));
        Assert.NotNull((await desk.ReadAsync(PlanningOffice.Secretary, 2026, default))!.HandedIn);
    }

    [Fact]
    public async Task Is_asked_for_from_the_first_day_that_the_rules_name_until_it_is_handed_in()
    {
        await using var office = await PlanningOffice.OnAsync(start: new(2026, 12, 30, 8, 0, 0, TimeSpan.Zero));
        await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);
        Assert.Empty(await TasksAsync(office, PlanningOffice.Secretary)); // in 2025 nothing came in, and 2026 is not over
        office.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await TasksAsync(office, PlanningOffice.Secretary)); // 1 January
        office.Clock.Advance(TimeSpan.FromDays(14)); // 45 days before the first of March
        var task = Assert.Single(await TasksAsync(office, PlanningOffice.Secretary));
        Assert.Equal(("year/report/2026/write", false), (task.Address, task.IsUrgent));
        Assert.StartsWith("Activity report 2026, due on Monday", task.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromDays(38)); // 22 February
        Assert.True(Assert.Single(await TasksAsync(office, PlanningOffice.Secretary)).IsUrgent);
        Assert.Empty(await TasksAsync(office, Who.With()));
    }

    [Fact]
    public async Task Is_read_by_whoever_reads_figures_and_written_by_the_secretariat()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<AnnualReportDesk>();
        Assert.Null(await desk.ReadAsync(PlanningOffice.Secretary, 2023, default));
        Assert.Null(await desk.ReadAsync(PlanningOffice.Secretary, 2027, default));
        foreach (var (year, section, language) in new[] { (2023, "work", "fr"), (int.MinValue, "work", "fr"), (int.MaxValue, "work", "fr"), (2026, "figures", "fr"), (2026, "work", "en"), (2026, "none", "fr") })
            Assert.IsType<NoSuchAnnualReport>(await desk.SaveAsync(PlanningOffice.Secretary, year, section, language, 0, "x", default));
        Assert.Equal(new AnnualReportTextTooLong(50_000), await desk.SaveAsync(PlanningOffice.Secretary, 2026, "work", "fr", 0, new('x', 50_001), default));

        var (applicant, _) = await AnApplicant.ArriveAsync(office);
        foreach (var stranger in new[] { Who.With(), applicant, Who.Nobody })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReadAsync(stranger, 2026, default));
        foreach (var stranger in new[] { Who.With(), Who.With(Roles.Administrator), applicant, Who.Nobody })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.SaveAsync(stranger, 2026, "work", "fr", 0, "x", default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.HandInAsync(stranger, 2026, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.WaitingAsync(stranger, default));
        }
    }

    [Fact]
    public async Task Is_one_page_with_its_headings_in_order_texts_as_they_were_written_and_a_table_beside_each_chart()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<AnnualReportDesk>();
        await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);
        Assert.Null(await desk.SaveAsync(PlanningOffice.Secretary, 2026, "foreword", "nl", 0, "# Een druk jaar\n\n<script>alert(1)</script> =1+1", default));

        Assert.Null(await desk.SaveAsync(PlanningOffice.Secretary, 2026, "work", "fr", 0, "Beaucoup.", default));
        var figures = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, FigurePeriod.OfYear(2026), default);

        var paper = await Rendered.AsHtml<AnnualReportPaper>("fr", new() { ["Report"] = await desk.ReadAsync(PlanningOffice.Secretary, 2026, default), ["Figures"] = figures }, office.AddTo);

        foreach (var part in new[] { "<html lang=\"fr\">", "Rapport d’activité 2026", "lang=\"nl\"", "<h3>Een druk jaar</h3>", "alert(1)", "=1+1", "Projet", "<caption", "<svg", "Demandes reçues" })
            Assert.Contains(part, paper, StringComparison.Ordinal);
        Assert.Equal("<h4>Een druk jaar</h4>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n", App.Mail.MarkdownText.ToHtml("## Een druk jaar\n\n<script>alert(1)</script>", headingsFrom: 3)); // the page above is decoded
        Assert.Single(Regex.Matches(paper, "class=\"badge\"[^>]*>Néerlandais<")); // what stands in another language says so, and nothing else does
        Assert.Single(Regex.Matches(paper, "class=\"badge\""));
        Assert.DoesNotContain("year/list", paper, StringComparison.Ordinal); // a list with names is no part of a paper
        Assert.Equal(paper.Split("<svg").Length - 1, paper.Split("aria-hidden=\"true\"").Length - 1); // what is drawn stands in the cell beside it
    }

    [Fact]
    public async Task Is_offered_beside_the_figures_of_a_year_that_has_one()
    {
        await using var office = await PlanningOffice.OnAsync();
        foreach (var (year, isThere) in new[] { (2024, true), (2019, false) })
        {
            await using var page = await APage.OpenAsync<YearPage>(office, PlanningOffice.Secretary, address: $"year?from={year}-01-01&until={year}-12-31");
            var html = await page.HtmlAsync();
            Assert.Contains($"value=\"{year}-01-01\"", html, StringComparison.Ordinal);
            Assert.Equal(isThere, html.Contains("year/report/", StringComparison.Ordinal));
        }
    }

    private static async Task<List<StartTask>> TasksAsync(PlanningOffice office, ClaimsPrincipal who) =>
        [.. await office.Get<IEnumerable<IStartTask>>().OfType<AnnualReportTask>().Single().ForAsync(SignedInPerson.Of(who)!, default)];
}
