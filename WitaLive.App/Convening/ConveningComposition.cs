using WitaLive.App.Jobs;

namespace WitaLive.App.Convening;

public static class ConveningComposition
{
    // The bell convenes at once what is ordered for now; this is for what was ordered for later.
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddConvening(this IServiceCollection services) => services
        .AddSingleton<ConvocationLetters>()
        .AddSingleton<ConvocationDesk>()
        .AddSingleton<ConvocationStatus>()
        .AddSweep<ConveneMeetings>(s_every, "ConveneMeetings");
}
