using WitaLive.App.Start;

namespace WitaLive.App.Messages;

public static class MessagesComposition
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddSingleton<MessageMails>()
        .AddSingleton<MessageDesk>()
        .AddSingleton<MessageReading>()
        .AddScoped<IStartTask, MessageTask>();
}
