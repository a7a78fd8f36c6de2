using WitaLive.App.Access;
using WitaLive.App.Layout;

namespace WitaLive.App.Bodies;

public static class BodiesComposition
{
    public static IServiceCollection AddBodies(this IServiceCollection services) => services
        .AddScoped<BodyDesk>()
        .AddSingleton<Consulting>()
        .AddSingleton<ServiceRequests>()
        .Configure<LayoutParts>(parts =>
        {
            parts.Navigation.Add(new("institution", typeof(BodyTexts), "Institution", Order: 5, Policies.Institution));
            parts.Navigation.Add(new("inspection", typeof(BodyTexts), "Inspection", Order: 5, Policies.Inspection));
            parts.Navigation.Add(new("bodies", typeof(BodyTexts), "Bodies", Order: 61, Policies.Administrator, Group: NavigationGroup.Body));
        });
}
