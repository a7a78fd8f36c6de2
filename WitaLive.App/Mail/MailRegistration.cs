using WitaLive.App.Data;
using WitaLive.App.Jobs;

namespace WitaLive.App.Mail;

public static class MailRegistration
{
    // The bell makes mail leave at once; this is for retries, for what becomes due later, and for a bell that was lost.
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(15);

    /// <summary>The outbox, its sender, and the way out: a mail server when Smtp:Host is set, otherwise files under the data directory.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var smtp = SmtpSettings.Of(configuration);
        services.AddSingleton(smtp);
        services.AddSingleton(SiteAddress.Of(configuration));
        services.AddSingleton<MailFrame>();
        services.AddScoped<MailDesk>();
        // Scoped: a run of the sender is a scope, and keeps its connection as long.
        if (smtp.Host is { Length: > 0 })
            services.AddScoped<IMailer, SmtpMailer>();
        else
            services.AddScoped<IMailer>(s => new FileMailer(s.GetRequiredService<DataDirectory>().Mail, smtp.From));
        return services.AddSweep<SendDueMail>(s_every, "SendDueMail");
    }
}
