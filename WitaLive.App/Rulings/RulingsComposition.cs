using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;
using WitaLive.App.Printing;
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
        .AddSingleton<ContestedDecisions>()
        .AddSingleton<RulingMails>()
        .AddSingleton<LetterPrinting>()
        .AddSingleton<RulingLetters>()
        .AddSingleton<LetterRuns>()
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
        app.MapGet("/my/decisions/{id:guid}/letter.pdf", async Task<Results<PaperDownload, NotFound, RedirectHttpResult>> (Guid id, HttpContext http, RulingReading reading, LetterPrinting printing) =>
            await reading.OwnLetterAsync(http.User, id, http.RequestAborted) is { } letter ? Pdf(printing, letter.Document, letter.PaperId, $"/my/decisions/{id}") : TypedResults.NotFound())
            .RequireAuthorization(Policies.Account).AnswersHead();
        app.MapGet("/decisions/{id:guid}/letter.pdf", async Task<Results<PaperDownload, NotFound, RedirectHttpResult>> (Guid id, HttpContext http, RulingReading reading, LetterPrinting printing) =>
            await reading.ReadAsync(http.User, id, http.RequestAborted) is { } sheet ? Pdf(printing, sheet.Ruling is { SignedAt: not null, IsAsSigned: false } ? null : sheet.Document, sheet.Ruling.PaperId, $"/decisions/{id}") : TypedResults.NotFound())
            .RequireAuthorization(Policies.SignedIn).AnswersHead();
    }

    // Where nothing prints, or what is kept is not what was signed, the page of the letter says so.
    private static Results<PaperDownload, NotFound, RedirectHttpResult> Pdf(LetterPrinting printing, RulingDocument? letter, Guid? paper, string page) =>
        letter is null || (paper is null && !printing.IsThere) ? TypedResults.Redirect(page) : new PaperDownload(RulingLetters.NameOf(letter), ct => printing.PrintAsync(letter, paper, ct));
}
