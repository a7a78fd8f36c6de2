using Microsoft.Extensions.DependencyInjection.Extensions;
using WitaLive.App.Access;
using WitaLive.App.Layout;

namespace WitaLive.App.Jobs;

public static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<JobBell>();
        services.AddScoped<JobsDesk>();
        services.Configure<LayoutParts>(parts => parts.Navigation.Add(new("jobs", typeof(JobTexts), "Jobs", Order: 85, Policies.Administrator, Group: NavigationGroup.Management)));
        services.KeepSchedule(configuration, environment);
        return services.AddHostedService<SweepSchedule>();
    }

    /// <summary>Runs a sweep every so often, on one node at a time.</summary>
    /// <param name="every">From start to start; a run that takes longer is followed by the next at once, never overlapped.</param>
    /// <param name="name">A code, unique; its words for people stand under the same key in JobTexts.</param>
    public static IServiceCollection AddSweep<TJob>(this IServiceCollection services, TimeSpan every, string name) where TJob : class, ISweep =>
        services.AddScoped<TJob>().AddSingleton(new Sweep(typeof(TJob), name, every));
}
