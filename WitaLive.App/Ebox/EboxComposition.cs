namespace WitaLive.App.Ebox;

public static class EboxComposition
{
    public static IServiceCollection AddEbox(this IServiceCollection services) => services.AddSingleton<IEbox, FileDropEbox>();
}
