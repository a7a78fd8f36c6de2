using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;

namespace WitaLive.App.Retention;

public static class RetentionComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromDays(1);

    /// <summary>In this order: an account waits for its files, a registration for those against it, a proof for the file that gave it, and files on disk for their rows.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<IForget, ForgetMails>()
        .AddSingleton<IForget, ForgetFiles>()
        .AddSingleton<IForget, ForgetAccounts>()
        .AddSingleton<IForget, ForgetRegistrations>()
        .AddSingleton<IForget, ForgetProofs>()
        .AddSingleton<IForget, ForgetMeetings>()
        .AddSingleton<IForget, DropFiles>()
        .AddSingleton<RetentionDesk>()
        .AddSweep<RemoveWhatIsOver>(s_every, "RemoveWhatIsOver")
        .Configure<LayoutParts>(parts =>
            parts.Navigation.Add(new("removed", typeof(RetentionTexts), "InNavigation", Order: 87, Policies.Administrator, Group: NavigationGroup.Management)));
}
