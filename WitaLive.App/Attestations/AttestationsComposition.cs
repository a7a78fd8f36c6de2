using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;
using WitaLive.App.Live;
using WitaLive.App.Measures;

namespace WitaLive.App.Attestations;

public static class AttestationsComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public static IServiceCollection AddAttestations(this IServiceCollection services) => services
        .AddSingleton<Grants>()
        .AddSingleton<IFollowEvents>(services => services.GetRequiredService<Grants>())
        .AddSingleton<IMeasureSubject, AttestationSanctions>()
        .AddSingleton<AttestationReading>()
        .AddSingleton<HolderLinks>()
        .AddSingleton<RegisterList>()
        .AddSingleton<RegisterDeaths>()
        .AddSingleton<AttestationMails>()
        .AddSingleton<CheckGate>()
        .AddSweep<WatchAttestations>(s_every, "WatchAttestations")
        .Configure<LayoutParts>(parts =>
        {
            parts.Navigation.Add(new("attestations", typeof(AttestationTexts), "InNavigation", Order: 21, Policies.Secretariat, Group: NavigationGroup.CaseWork));
            parts.Navigation.Add(new("check", typeof(AttestationTexts), "CheckInNavigation", Order: 91, Policies.Outside));
        });
}
