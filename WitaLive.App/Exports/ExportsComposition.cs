using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Exports;

public static class ExportsComposition
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<FinishedFiles>()
        .AddSingleton<ExportWorkbook>()
        .AddSingleton<ExportDesk>();

    /// <summary>A file that was made, once, for who made it: a workbook, or letters packed together.</summary>
    public static void MapExports(this WebApplication app) =>
        app.MapGet("/exports/{key:guid}", Results<FileStreamHttpResult, NotFound> (Guid key, HttpContext http, FinishedFiles files) =>
        {
            if (SignedInPerson.Of(http.User) is not { } me || files.Take(key, me.Id) is not { } found)
                return TypedResults.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.Stream(found.File, Path.GetExtension(found.Name) == ".zip" ? "application/zip" : SheetDownload.ContentType, found.Name);
        }).RequireAuthorization(Policies.Secretariat);
}
