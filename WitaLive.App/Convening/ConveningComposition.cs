using WitaLive.App.Jobs;

namespace WitaLive.App.Convening;

public static class ConveningComposition
{
    // The bell convenes at once what is ordered for now; this is for what was ordered for later.
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    // The bell has it done at once after a change of mandates.
    private static readonly TimeSpan s_recomposeEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan s_remindEvery = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddConvening(this IServiceCollection services) => services
        .AddSingleton<ConvocationWriting>()
        .AddSingleton<ConvocationDesk>()
        .AddSingleton<ConvocationStatus>()
        .AddSingleton<Qualities>()
        .AddSweep<ConveneMeetings>(s_every, "ConveneMeetings")
        .AddSweep<RemindMembers>(s_remindEvery, "RemindMembers")
        .AddSweep<RecomposeMeetings>(s_recomposeEvery, "RecomposeMeetings");
}
