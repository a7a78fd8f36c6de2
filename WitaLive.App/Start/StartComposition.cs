namespace WitaLive.App.Start;

internal static class StartComposition
{
    public static IServiceCollection AddStart(this IServiceCollection services) => services
        .AddScoped<StartDesk>()
        .AddScoped<IStartTask, MailTask>()
        .AddScoped<IStartTask, InviteTask>()
        .AddScoped<IStartTask, SecondTask>();
}
