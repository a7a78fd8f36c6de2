using WitaLive.App.Live;
using WitaLive.App.Start;

namespace WitaLive.App.Evocation;

public static class EvocationComposition
{
    public static IServiceCollection AddEvocation(this IServiceCollection services) => services
        .AddSingleton<EvocationMails>()
        .AddSingleton<EvocationDesk>()
        .AddSingleton<EvocationReading>()
        .AddSingleton<IFollowEvents, EvocationStates>()
        .AddSingleton<IStartTask, EvocationTask>();
}
