using WitaLive.App.Access;
using WitaLive.App.Layout;
using WitaLive.App.Measures;

namespace WitaLive.App.Amateurs;

public static class AmateursComposition
{
    public static IServiceCollection AddAmateurs(this IServiceCollection services) => services
        .AddSingleton<IMeasureSubject, AmateurSanctions>()
        .AddSingleton<AmateurMails>()
        .AddSingleton<AmateurDesk>()
        .AddSingleton<AmateurList>()
        .Configure<LayoutParts>(parts =>
        {
            parts.Navigation.Add(new("my/amateur", typeof(AmateurTexts), "Amateur", Order: 7, Policies.Outside));
            parts.Navigation.Add(new("amateurs", typeof(AmateurTexts), "Amateurs", Order: 23, Policies.Secretariat, Group: NavigationGroup.CaseWork));
        });
}
