using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Layout;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Fees;

public static class FeesComposition
{
    public static IServiceCollection AddFees(this IServiceCollection services) => services
        .AddSingleton<FeeDesk>()
        .AddSingleton<FeeClaims>()
        .AddSingleton<FeeWorkbook>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("fees", typeof(FeeTexts), "Fees", Order: 45, Policies.SignedIn, Group: NavigationGroup.Body)));

    /// <summary>The statements of a quarter as a spreadsheet, for the secretariat.</summary>
    public static void MapFees(this WebApplication app) =>
        app.MapGet("/fees.xlsx", async Task<Results<SheetDownload, Microsoft.AspNetCore.Http.HttpResults.NotFound>> (string? year, string? quarter, HttpContext http, FeeDesk desk, FeeWorkbook workbook) =>
        {
            if (Quarter.Of(InAddress.Number(year), InAddress.Number(quarter)) is not { } asked)
                return TypedResults.NotFound();
            var fees = await desk.ReadAsync(http.User, asked, http.RequestAborted);
            http.Response.Headers.CacheControl = "private, no-store";
            return new SheetDownload(workbook.NameOf(asked), file => workbook.Write(fees, file));
        }).RequireAuthorization(Policies.Secretariat);
}
