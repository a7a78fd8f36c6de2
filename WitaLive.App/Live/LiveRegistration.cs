namespace WitaLive.App.Live;

public static class LiveRegistration
{
    /// <summary>Rooms, their journal, and what keeps several nodes level: the poll always, the bell where PostgreSQL carries it.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<MeetingJournal>()
            .AddSingleton<Bell>()
            .AddSingleton<PaperBell>()
            .AddSingleton<MeetingRooms>()
            .AddHostedService<JournalPoll>();
        if (configuration["Database:Provider"] == "Postgres" && configuration.GetConnectionString("WitaLive") is { } connection)
            services.AddHostedService(s => ActivatorUtilities.CreateInstance<PostgresBell>(s, connection));
        return services;
    }
}
