using WitaLive.App.Jobs;
using WitaLive.App.Start;

namespace WitaLive.App.Mandates;

public static class MandatesComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public static IServiceCollection AddMandates(this IServiceCollection services) => services
        .AddSingleton<MandateDesk>()
        .AddSingleton<MandateReading>()
        .AddSingleton<ElectionDesk>()
        .AddSingleton<MandateMails>()
        .AddSingleton<IStartTask, MandateTask>()
        .AddSweep<WarnOfEndingMandates>(s_every, "WarnOfEndingMandates");
}
