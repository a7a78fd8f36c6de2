using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using WitaLive.App.Data;

namespace WitaLive.App.Jobs;

/// <summary>Where the schedule and the history of its runs are kept: in the one PostgreSQL database for all nodes, otherwise in a file of its own.</summary>
/// <remarks>Of its own, so that nobody's vote waits while the scheduler writes that it looked for mail.</remarks>
internal static class ScheduleStore
{
    // A run that did its work is worth a look for a day, one that failed for a month.
    private static readonly TimeSpan s_failuresKept = TimeSpan.FromDays(30);

    // How soon a run that is more than a minute late is seen: after a machine slept, or its clock was put right.
    private static readonly TimeSpan s_overdueSeen = TimeSpan.FromSeconds(5);

    public static void KeepSchedule(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var file = DataDirectory.From(configuration, environment).Schedule;
        var shared = configuration["Database:Provider"] == "Postgres" ? configuration.GetConnectionString("WitaLive") : null;
        if (shared is null)
            services.AddHostedService(_ => new ScheduleFile(file));
        services.AddQuartz(quartz => quartz
            .UseDefaultThreadPool(maxConcurrency: 4)
            .UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseExecutionHistory();
                store.ConfigureStore(options => options.MisfireHandlerFrequency = s_overdueSeen);
                if (shared is null)
                {
                    store.UseSqlite(SqliteFactory.Instance, ScheduleFile.ConnectionTo(file));
                }
                else
                {
                    store.UsePostgres(NpgsqlFactory.Instance, shared);
                    store.UseClustering();
                }
            }));
        services.AddQuartzExecutionHistory(history =>
        {
            history.MaxEntriesPerJob = 20;
            history.RetentionByResult[JobRunResult.Failed] = s_failuresKept;
        });
        services.AddQuartzHostedService(options =>
        {
            options.AutoStart = false; // SweepSchedule does, once the site answers
            options.WaitForJobsToComplete = true;
        });
    }
}
