using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Minutes;

internal static class MinutesComposition
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<ReportDesk>()
        .AddSingleton<ReportLanguages>()
        .AddSingleton<ReportWords>()
        .AddSingleton<EventWords>()
        .AddSingleton<SeveralReports>()
        .AddSingleton<ReportWorkbook>();

    /// <summary>The report of a meeting as a spreadsheet, in the language of its section.</summary>
    public static void MapMinutes(this WebApplication app) =>
        app.MapGet("/meetings/{id:guid}/report.xlsx", async Task<Results<SheetDownload, NotFound>> (Guid id, HttpContext http, ReportDesk desk, ReportWorkbook workbook) =>
        {
            if (await desk.ReadAsync(http.User, new(id), http.RequestAborted) is not { } report)
                return TypedResults.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            return new SheetDownload(workbook.NameOf(report), file => workbook.Write(report, file));
        }).RequireAuthorization(Policies.SignedIn).AnswersHead();
}
