using WitaLive.App.Access;
using WitaLive.App.Layout;
using WitaLive.App.Live;
using WitaLive.App.Start;

namespace WitaLive.App.Measures;

public static class MeasuresComposition
{
    public static IServiceCollection AddMeasures(this IServiceCollection services) => services
        .AddSingleton<MeasureRights>()
        .AddSingleton<MeasureEffects>()
        .AddSingleton<IFollowEvents>(all => all.GetRequiredService<MeasureEffects>())
        .AddSingleton<MeasureRequests>()
        .AddSingleton<MeasureWords>()
        .AddSingleton<MeasureDesk>()
        .AddSingleton<MeasureReading>()
        .AddSingleton<MeasureForMembers>()
        .AddSingleton<MeasureLetters>()
        .AddSingleton<IStartTask, SuspensionEndTask>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("measures", typeof(MeasureTexts), "Measures", Order: 22, Policies.Secretariat, Group: NavigationGroup.CaseWork)));
}
