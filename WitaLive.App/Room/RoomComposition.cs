using WitaLive.App.Presence;

namespace WitaLive.App.Room;

internal static class RoomComposition
{
    public static IServiceCollection AddRoom(this IServiceCollection services) => services.AddSingleton<RoomEntrance>().AddSingleton<SeatDrawings>();
}
