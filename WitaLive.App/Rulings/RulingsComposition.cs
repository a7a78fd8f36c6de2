using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Rulings;

public static class RulingsComposition
{
    public static IServiceCollection AddRulings(this IServiceCollection services) => services
        .AddSingleton<RulingLot>()
        .AddSingleton<RulingDrafts>()
        .AddSingleton<RulingDesk>()
        .AddSingleton<RulingComposer>()
        .AddSingleton<RulingSigning>()
        .AddSingleton<RulingReading>()
        .AddSingleton<RulingMails>()
        .AddSingleton<RulingLetters>()
        .AddSingleton<LetterPacks>()
        .AddSingleton<RulingActs>()
        .AddSingleton<IStartTask, RulingTask>();

    /// <summary>The letter as a tagged PDF: for whom it was written to once it went out, and for whoever may read the decision at any time.</summary>
    public static void MapRulings(this WebApplication app)
    {
        app.MapGet("/my/decisions/{id:guid}/letter.pdf", async Task<Results<FileStreamHttpResult, NotFound>> (Guid id, HttpContext http, RulingReading reading, RulingLetters letters) =>
            await reading.OwnLetterAsync(http.User, id, http.RequestAborted) is { } letter ? await PdfAsync(http, letters, letter.Document, letter.PaperId) : TypedResults.NotFound())
            .RequireAuthorization(Policies.Account).AnswersHead();
        app.MapGet("/decisions/{id:guid}/letter.pdf", async Task<Results<FileStreamHttpResult, NotFound>> (Guid id, HttpContext http, RulingReading reading, RulingLetters letters) =>
            await reading.ReadAsync(http.User, id, http.RequestAborted) is { } sheet ? await PdfAsync(http, letters, sheet.Document, sheet.Ruling.PaperId) : TypedResults.NotFound())
            .RequireAuthorization(Policies.SignedIn).AnswersHead();
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> PdfAsync(HttpContext http, RulingLetters letters, RulingDocument letter, Guid? paper)
    {
        if (await letters.PrintAsync(letter, paper, http.RequestAborted) is not { } printed)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(printed, "application/pdf", $"{letter.Facts[0].Text.Replace('/', '-')}.pdf");
    }
}
