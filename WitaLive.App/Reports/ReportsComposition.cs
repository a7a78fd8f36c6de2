using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Live;
using WitaLive.App.Minutes;
using WitaLive.App.Printing;
using WitaLive.App.Spreadsheets;
using WitaLive.App.Start;

namespace WitaLive.App.Reports;

public static class ReportsComposition
{
    // Unit: fields. The page of a report is one form: every stay, guest, hearing, conclusion and text is some of them, and a long agenda has more than the 1,024 of the framework.
    private const int MostFields = 8_192;

    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportComposer>()
        .AddSingleton<ReportReading>()
        .AddSingleton<ReportTextSheet>()
        .AddSingleton<ReportMails>()
        .AddSingleton<ReportChanges>()
        .AddSingleton<IFollowEvents>(services => services.GetRequiredService<ReportChanges>())
        .AddSingleton<ReportLending>()
        .AddSingleton<LoanAnswers>()
        .AddSingleton<CorrectableFacts>()
        .AddSingleton<ReportRecord>()
        .AddSingleton<ReportWriting>()
        .Configure<FormOptions>(forms => forms.ValueCountLimit = MostFields)
        .AddSingleton<IStartTask, ReportTask>();

    /// <summary>The report as a spreadsheet and as a tagged PDF, in the languages of the report; to whoever the page itself is open. Where nothing prints, the page says so.</summary>
    public static void MapReports(this WebApplication app)
    {
        app.MapGet("/meetings/{id:guid}/report.xlsx", async Task<Results<SheetDownload, NotFound>> (
            Guid id, HttpContext http, ReportReading reading, ReportWorkbook workbook, ReportTextSheet beside) =>
        {
            if (await reading.ReadAsync(http.User, new(id), http.RequestAborted) is not { } sheet)
                return TypedResults.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            return new SheetDownload(workbook.NameOf(sheet.Facts), file =>
            {
                workbook.Write(sheet.Facts, file);
                beside.Write(sheet, file);
            });
        }).RequireAuthorization(Policies.SignedIn).AnswersHead();
        app.MapGet("/meetings/{id:guid}/report.pdf", async Task<Results<PaperDownload, NotFound, RedirectHttpResult>> (
            Guid id, HttpContext http, ReportReading reading, ReportWorkbook workbook, PaperPrinter printer) =>
        {
            if (!printer.IsThere)
                return TypedResults.Redirect($"/meetings/{id}/report");
            if (await reading.ReadAsync(http.User, new(id), http.RequestAborted) is not { } sheet)
                return TypedResults.NotFound();
            return new PaperDownload(
                Path.ChangeExtension(workbook.NameOf(sheet.Facts), ".pdf"), async ct => await printer.PrintAsync<ReportPaper>(new() { [nameof(ReportPaper.Sheet)] = sheet }, ct));
        }).RequireAuthorization(Policies.SignedIn).AnswersHead();
    }
}
