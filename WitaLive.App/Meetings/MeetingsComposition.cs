using WitaLive.App.Live;

namespace WitaLive.App.Meetings;

public static class MeetingsComposition
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingPlans>()
        .AddSingleton<RoomDoor>()
        .AddSingleton<IFollowEvents, MeetingStates>()
        .AddSingleton<IFollowEvents, ConclusionMails>();
}
