namespace WitaLive.App.Live;

public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<MeetingJournal>()
        .AddSingleton<Bell>()
        .AddSingleton<MeetingRooms>();
}
