using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Layout;
using WitaLive.App.Printing;
using WitaLive.App.Spreadsheets;
using WitaLive.App.Start;

namespace WitaLive.App.Year;

public static class YearComposition
{
    public static IServiceCollection AddYear(this IServiceCollection services) => services
        .AddSingleton<YearReading>()
        .AddSingleton<FigureList>()
        .AddSingleton<YearWords>()
        .AddSingleton<YearSheets>()
        .AddSingleton<PublicFigures>()
        .AddSingleton<AnnualReportDesk>()
        .AddSingleton<IStartTask, AnnualReportTask>()
        .Configure<LayoutParts>(parts =>
        {
            parts.Navigation.Add(new("year", typeof(YearTexts), "InNavigation", Order: 50, Policies.Figures, Group: NavigationGroup.Management));
            parts.Footer.Add(new("figures", typeof(YearTexts), "PublicTitle", Order: 35));
        });

    /// <summary>The figures of a period as a spreadsheet and as text, and those of a year that is over as open data.</summary>
    public static void MapYear(this WebApplication app)
    {
        app.MapGet("/year.xlsx", async (string? from, string? until, string? on, HttpContext http, YearReading reading, YearSheets sheets) =>
        {
            var report = await reading.ReadAsync(http.User, FigurePeriod.Read(from, until, on, reading.Today), http.RequestAborted);
            http.Response.Headers.CacheControl = "private, no-store";
            return new SheetDownload(sheets.NameOf(report.Period, "xlsx"), file => sheets.Write(report, file));
        }).RequireAuthorization(Policies.Figures);
        app.MapGet("/year.csv", async (string? from, string? until, string? on, HttpContext http, YearReading reading, YearSheets sheets) =>
        {
            var report = await reading.ReadAsync(http.User, FigurePeriod.Read(from, until, on, reading.Today), http.RequestAborted);
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.File(sheets.Csv(report), CsvWriter.ContentType, sheets.NameOf(report.Period, "csv"));
        }).RequireAuthorization(Policies.Figures);
        app.MapGet("/year/report/{year:int}.pdf", async Task<Results<PaperDownload, Microsoft.AspNetCore.Http.HttpResults.NotFound, RedirectHttpResult>> (int year, HttpContext http, AnnualReportDesk desk, YearReading reading, YearWords words, PaperPrinter printer) =>
        {
            if (!printer.IsThere)
                return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"/year/report/{year}")); // that page says why
            if (await desk.ReadAsync(http.User, year, http.RequestAborted) is not { } report)
                return TypedResults.NotFound();
            var figures = await reading.ReadAsync(http.User, FigurePeriod.OfYear(year, reading.Today), http.RequestAborted);
            return new PaperDownload($"{words["AnnualFileName"]}-{year}.pdf", async ct => await printer.PrintAsync<AnnualReportPaper>(new() { [nameof(AnnualReportPaper.Report)] = report, [nameof(AnnualReportPaper.Figures)] = figures }, ct));
        }).RequireAuthorization(Policies.Figures).AnswersHead();
        app.MapGet("/figures.json", async Task<IResult> (string? year, PublicFigures figures, YearWords words, CancellationToken ct) => await AskedAsync(year, figures, ct) is { } found
            ? TypedResults.Json(found)
            : TypedResults.Problem(WhyNone(year, words), statusCode: StatusCodes.Status404NotFound, title: words["NoFigures"])).AllowAnonymous();
        app.MapGet("/figures.csv", async Task<IResult> (string? year, PublicFigures figures, YearWords words, CancellationToken ct) => await AskedAsync(year, figures, ct) is { } found
            ? TypedResults.File(PublicFigures.Csv(found), CsvWriter.ContentType, $"witalive-{found.Year}.csv")
            : TypedResults.Text(WhyNone(year, words), statusCode: StatusCodes.Status404NotFound)).AllowAnonymous();
    }

    // Without a year, the last one that is over.
    private static async Task<OpenFigures?> AskedAsync(string? year, PublicFigures figures, CancellationToken ct) =>
        (year is null ? figures.Years.FirstOrDefault() : InAddress.Number(year)) is { } asked ? await figures.ReadAsync(asked, ct) : null;

    // Whoever asks with a program is answered as a program, with a sentence and no page.
    private static string WhyNone(string? year, YearWords words) => InAddress.Number(year) is { } asked ? words["NothingOfYear", asked] : words["NoFiguresText"];
}
