using WitaLive.App.Access;
using WitaLive.App.Layout;

namespace WitaLive.App.Applications;

public static class ApplicationsComposition
{
    public static IServiceCollection AddApplications(this IServiceCollection services) => services
        .AddSingleton<ApplicationDesk>()
        .AddSingleton<AppealDesk>()
        .AddSingleton<OwnCopy>()
        .AddSingleton<OwnHoldings>()
        .AddSingleton<Renewals>()
        .AddSingleton<ApplicationWords>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("my/applications", typeof(ApplicationTexts), "Applications", Order: 6, Policies.Outside) { Also = ["my/decisions", "my/measures"] }));

    /// <summary>What is kept about oneself, to take along.</summary>
    public static void MapApplications(this WebApplication app) =>
        app.MapGet($"/{OwnCopy.Address}", async (HttpContext http, OwnCopy copy) =>
        {
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.File(await copy.WriteAsync(http.User, http.RequestAborted), "application/json", "witalive.json");
        }).RequireAuthorization(Policies.Account).ExcludeFromDescription();
}
