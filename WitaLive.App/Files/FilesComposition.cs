using WitaLive.App.Live;

namespace WitaLive.App.Files;

public static class FilesComposition
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services.AddSingleton<IFollowEvents, FileStates>();
}
