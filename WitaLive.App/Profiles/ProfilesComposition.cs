using Microsoft.AspNetCore.Http.HttpResults;
using WitaLive.App.Access;
using WitaLive.App.Layout;
using WitaLive.App.Papers;
using WitaLive.Domain.Applications;
using NotFound = Microsoft.AspNetCore.Http.HttpResults.NotFound;

namespace WitaLive.App.Profiles;

public static class ProfilesComposition
{
    public static IServiceCollection AddProfiles(this IServiceCollection services) => services
        .AddSingleton<NumberKey>()
        .AddSingleton<ProfileDesk>()
        .AddSingleton<ProofDesk>()
        .AddSingleton<ProfileWords>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("my/profile", typeof(ProfileTexts), "Profile", Order: 5, Policies.Outside)));

    /// <summary>A proof, for its owner and the secretariat. The type is that of its content; «nosniff» stands on every answer.</summary>
    public static void MapProfiles(this WebApplication app) =>
        app.MapGet("/proofs/{id:guid}", async Task<Results<FileStreamHttpResult, NotFound>> (Guid id, HttpContext http, ProofDesk desk) =>
        {
            if (await desk.OpenAsync(http.User, new ProofId(id), http.RequestAborted) is not var (proof, content))
                return TypedResults.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            if (PaperKind.Of(proof.ContentType) is not { OpensInBrowser: true })
                return TypedResults.Stream(content, proof.ContentType, proof.Name, enableRangeProcessing: true);
            http.Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline") { FileNameStar = proof.Name }.ToString();
            return TypedResults.Stream(content, proof.ContentType, enableRangeProcessing: true);
        }).RequireAuthorization(Policies.Account);
}
