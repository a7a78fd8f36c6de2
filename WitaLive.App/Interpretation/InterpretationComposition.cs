using WitaLive.App.Access;
using WitaLive.App.Layout;
using WitaLive.App.Start;

namespace WitaLive.App.Interpretation;

public static class InterpretationComposition
{
    public static IServiceCollection AddInterpretation(this IServiceCollection services) => services
        .AddSingleton<InterpretationMails>()
        .AddSingleton<InterpretationDesk>()
        .AddSingleton<InterpretationReading>()
        .AddScoped<IStartTask, InterpretationTask>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("interpretation", typeof(InterpretationTexts), "InNavigation", Order: 23, Policies.Colleagues, Group: NavigationGroup.CaseWork)));
}
