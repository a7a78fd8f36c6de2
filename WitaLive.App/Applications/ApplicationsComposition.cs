using WitaLive.App.Access;
using WitaLive.App.Layout;

namespace WitaLive.App.Applications;

public static class ApplicationsComposition
{
    public static IServiceCollection AddApplications(this IServiceCollection services) => services
        .AddSingleton<ApplicationDesk>()
        .AddSingleton<AppealDesk>()
        .AddSingleton<Renewals>()
        .AddSingleton<ApplicationWords>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("my/applications", typeof(ApplicationTexts), "Applications", Order: 6, Policies.Outside) { Also = ["my/decisions", "my/measures"] }));
}
