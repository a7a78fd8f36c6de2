using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;
using WitaLive.App.Live;

namespace WitaLive.App.Precedents;

public static class PrecedentsComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public static IServiceCollection AddPrecedents(this IServiceCollection services) => services
        .AddSingleton<PrecedentChoices>()
        .AddSingleton<PrecedentSearch>()
        .AddSingleton<IFollowEvents, PastDecisions>()
        .AddSweep<IndexDecisions>(s_every, "IndexDecisions")
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("decisions", typeof(PrecedentTexts), "Decisions", Order: 22, Policies.SignedIn, Group: NavigationGroup.CaseWork)));
}
