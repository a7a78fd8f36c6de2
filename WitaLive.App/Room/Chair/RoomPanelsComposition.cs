namespace WitaLive.App.Room.Chair;

internal static class RoomPanelsComposition
{
    /// <summary>The words that the chair's and the secretariat's panels share.</summary>
    public static IServiceCollection AddRoomPanels(this IServiceCollection services) =>
        services.AddScoped<RoomWords>().AddScoped<RefusalSentences>();
}
