using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;
using WitaLive.App.Start;
using NotFound = Microsoft.AspNetCore.Http.HttpResults.NotFound;

namespace WitaLive.App.Rulings;

public static class RulingsComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddRulings(this IServiceCollection services) => services
        .AddSingleton<RulingLot>()
        .AddSingleton<RulingDrafts>()
        .AddSingleton<RulingDesk>()
        .AddSingleton<RulingJudgments>()
        .AddSingleton<RulingComposer>()
        .AddSingleton<RulingSigning>()
        .AddSingleton<RulingReading>()
        .AddSingleton<RulingMails>()
        .AddSingleton<LetterPrinting>()
        .AddSingleton<RulingLetters>()
        .AddSingleton<Notifications>()
        .AddSingleton<PostDesk>()
        .AddSingleton<LetterPacks>()
        .AddSingleton<RulingActs>()
        .AddSingleton<MeetingActs>()
        .AddSingleton<IStartTask, RulingTask>()
        .AddSweep<DeliverLetters>(s_every, "DeliverLetters")
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("decisions/post", typeof(RulingTexts), "Post", Order: 22, Policies.Secretariat, Group: NavigationGroup.CaseWork)));

    /// <summary>The letter as a tagged PDF: for whom it was written to once it went out, and for whoever may read the decision at any time.</summary>
    public static void MapRulings(this WebApplication app)
    {
        app.MapGet("/my/decisions/{id:guid}/letter.pdf", async Task<Results<FileStreamHttpResult, NotFound>> (Guid id, HttpContext http, RulingReading reading, LetterPrinting printing) =>
            await reading.OwnLetterAsync(http.User, id, http.RequestAborted) is { } letter ? await PdfAsync(http, printing, letter.Document, letter.PaperId) : TypedResults.NotFound())
            .RequireAuthorization(Policies.Account).AnswersHead();
        app.MapGet("/decisions/{id:guid}/letter.pdf", async Task<Results<FileStreamHttpResult, NotFound>> (Guid id, HttpContext http, RulingReading reading, LetterPrinting printing) =>
            await reading.ReadAsync(http.User, id, http.RequestAborted) is { } sheet ? await PdfAsync(http, printing, sheet.Document, sheet.Ruling.PaperId) : TypedResults.NotFound())
            .RequireAuthorization(Policies.SignedIn).AnswersHead();
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> PdfAsync(HttpContext http, LetterPrinting printing, RulingDocument letter, Guid? paper)
    {
        if (await printing.PrintAsync(letter, paper, http.RequestAborted) is not { } printed)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(printed, "application/pdf", $"{letter.Facts[0].Text.Replace('/', '-')}.pdf");
    }
}
