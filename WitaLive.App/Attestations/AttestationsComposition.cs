using WitaLive.App.Live;

namespace WitaLive.App.Attestations;

public static class AttestationsComposition
{
    public static IServiceCollection AddAttestations(this IServiceCollection services) => services.AddSingleton<IFollowEvents, Grants>();
}
