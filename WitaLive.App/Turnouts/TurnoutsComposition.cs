
namespace WitaLive.App.Turnouts;

public static class TurnoutsComposition
{
    public static IServiceCollection AddTurnouts(this IServiceCollection services) => services
        .AddSingleton<SessionBook>()
        .AddSingleton<AttendanceDesk>();
}
