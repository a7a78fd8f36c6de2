using WitaLive.App.Access;
using WitaLive.App.Layout;

namespace WitaLive.App.Assistance;

public static class AssistanceComposition
{
    public static IServiceCollection AddAssistance(this IServiceCollection services) => services
        .AddSingleton<AssistanceDesk>()
        .AddScoped<AccountOpening>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("assist", typeof(AssistanceTexts), "Assist", Order: 24, Policies.Secretariat, Group: NavigationGroup.CaseWork)));
}
