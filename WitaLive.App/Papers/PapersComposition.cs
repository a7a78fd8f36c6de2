using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;

namespace WitaLive.App.Papers;

public static class PapersComposition
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services.AddSingleton<PaperFiles>().AddSingleton<PaperDesk>().AddSingleton<PaperReading>();

    /// <summary>A paper, for whom its meeting concerns. The type is that of its content; «nosniff» stands on every answer.</summary>
    public static void MapPapers(this WebApplication app) =>
        app.MapGet("/papers/{id:guid}", async Task<Results<FileStreamHttpResult, NotFound>> (Guid id, HttpContext http, PaperReading papers) =>
        {
            if (await papers.OpenAsync(http.User, id, http.RequestAborted) is not var (paper, content))
                return TypedResults.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            // Shown in place only where the browser has a viewer of its own; with a name, everything else is saved.
            if (PaperKind.Of(paper.ContentType) is not { OpensInBrowser: true })
                return TypedResults.Stream(content, paper.ContentType, paper.Name, enableRangeProcessing: true);
            http.Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline") { FileNameStar = paper.Name }.ToString();
            return TypedResults.Stream(content, paper.ContentType, enableRangeProcessing: true);
        }).RequireAuthorization(Policies.SignedIn).AnswersHead();
}
