using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using WitaLive.App.Access;
using WitaLive.App.Layout;

namespace WitaLive.App.Jobs;

public static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<JobBell>();
        services.AddScoped<JobsDesk>();
        services.Configure<LayoutParts>(parts => parts.Navigation.Add(new("jobs", typeof(JobTexts), "Jobs", Order: 85, Policies.Administrator, Group: NavigationGroup.Management)));
        services.AddQuartz(quartz => quartz.UseInMemoryStore().UseDefaultThreadPool(maxConcurrency: 4));
        services.AddHostedService<SweepSchedule>();
        return services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = true;
            options.WaitForJobsToComplete = true;
        });
    }

    /// <summary>Runs a sweep every so often, from the start of the app on.</summary>
    /// <param name="every">From start to start; a run that takes longer is followed by the next at once, never overlapped.</param>
    /// <param name="name">A code, unique; its words for people stand under the same key in JobTexts.</param>
    public static IServiceCollection AddSweep<TJob>(this IServiceCollection services, TimeSpan every, string name) where TJob : class, ISweep =>
        services
            .AddScoped<TJob>()
            .AddScoped<QuartzSweep<TJob>>()
            .AddSingleton<Sweep>(new Sweep<TJob>(name, every));
}
