using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;
using WitaLive.App.Live;
using WitaLive.App.Start;

namespace WitaLive.App.Files;

public static class FilesComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<ApplicationMails>()
        .AddSingleton<FileJournal>()
        .AddSingleton<HearingMails>()
        .AddSingleton<AgendaSteps>()
        .AddSingleton<FileDesk>()
        .AddSingleton<CourtNotes>()
        .AddSingleton<FileOpenings>()
        .AddSingleton<FileReading>()
        .AddSingleton<FileForMembers>()
        .AddSingleton<Deliberations>()
        .AddSingleton<FileList>()
        .AddScoped<ApplicantInvitations>()
        .AddSingleton<FilesToSendOn>()
        .AddSingleton<IStartTask, SendOnTask>()
        .AddSingleton<IFollowEvents, FileStates>()
        .AddSingleton<IFollowEvents, DecisionMails>()
        .AddSweep<WatchApplications>(s_every, "WatchApplications")
        .AddSweep<KeepDays>(TimeSpan.FromHours(1), "KeepDays")
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("files", typeof(FileTexts), "Files", Order: 20, Policies.Secretariat) { Also = ["messages"] }));
}
