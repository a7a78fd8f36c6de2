using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Layout;
using WitaLive.App.Live;

namespace WitaLive.App.Meetings;

public static class MeetingsComposition
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingPlans>()
        .AddSingleton<AgendaLines>()
        .AddSingleton<LateItems>()
        .AddSingleton<DemoMeetings>()
        .AddSingleton<RoomDoor>()
        .AddSingleton<PlanChanges>()
        .AddSingleton<MeetingReading>()
        .AddSingleton<MeetingList>()
        .AddSingleton<MeetingPlanning>()
        .AddSingleton<LeftItems>()
        .AddSingleton<OutcomeReading>()
        .AddSingleton<MeetingChanges>()
        .AddSingleton<SecondProposals>()
        .AddSingleton<SecondConvening>()
        .AddSingleton<AgendaPlanning>()
        .AddSingleton<BigScreens>()
        .AddSingleton<PlanSentences>()
        .AddScoped<PlanBrowser>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("meetings", typeof(MeetingTexts), "Meetings", Order: 10, Policies.SignedIn) { Also = ["room", "exports", "conflicts"] }))
        .AddHostedService<PlanPoll>()
        .AddSingleton<IFollowEvents, MeetingStates>()
        .AddSingleton<IFollowEvents, EvokedLines>()
        .AddSingleton<IFollowEvents, ConclusionMails>();

    /// <summary>In Development, meetings to try.</summary>
    public static async Task LoadMeetingsAsync(this WebApplication app, CancellationToken ct = default)
    {
        if (app.Environment.IsDevelopment())
            await app.Services.GetRequiredService<DemoMeetings>().LoadAsync(Path.Combine(app.Services.GetRequiredService<DataDirectory>().Shipped, "demo", "meetings.json"), ct);
    }
}
