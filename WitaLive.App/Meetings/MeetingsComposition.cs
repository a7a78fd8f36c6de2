using WitaLive.App.Data;
using WitaLive.App.Live;

namespace WitaLive.App.Meetings;

public static class MeetingsComposition
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingPlans>()
        .AddSingleton<AgendaLines>()
        .AddSingleton<DemoMeetings>()
        .AddSingleton<RoomDoor>()
        .AddSingleton<IFollowEvents, MeetingStates>()
        .AddSingleton<IFollowEvents, ConclusionMails>();

    /// <summary>In Development, meetings to try.</summary>
    public static async Task LoadMeetingsAsync(this WebApplication app, CancellationToken ct = default)
    {
        if (app.Environment.IsDevelopment())
            await app.Services.GetRequiredService<DemoMeetings>().LoadAsync(Path.Combine(app.Services.GetRequiredService<DataDirectory>().Shipped, "demo", "meetings.json"), ct);
    }
}
