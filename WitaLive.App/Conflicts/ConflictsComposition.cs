using WitaLive.App.Jobs;
using WitaLive.App.Layout;
using WitaLive.App.Live;
using WitaLive.App.Start;

namespace WitaLive.App.Conflicts;

public static class ConflictsComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddConflicts(this IServiceCollection services) => services
        .AddSweep<FindConflicts>(s_every, "FindConflicts")
        .AddSingleton<ConflictMails>()
        .AddScoped<ConflictDesk>()
        .AddScoped<RecusalDesk>()
        .AddSingleton<OwnTies>()
        .AddSingleton<EarlierRecusals>()
        .AddSingleton<IFollowEvents, RecusalMarks>()
        .AddScoped<IStartTask, ConflictTask>()
        .Configure<LayoutParts>(parts => parts.Account.Add(typeof(TiesPanel)));
}
