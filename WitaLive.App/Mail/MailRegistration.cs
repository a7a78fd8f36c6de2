using Microsoft.AspNetCore.Hosting.Server;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;

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
        services.AddSingleton(s => SiteAddress.Of(configuration, s.GetService<IServer>()));
        services.AddSingleton<MailFrame>();
        services.AddScoped<MailDesk>();
        // Scoped: a run of the sender is a scope, and keeps its connection as long.
        if (smtp.Host is { Length: > 0 })
            services.AddScoped<IMailer, SmtpMailer>();
        else
            services.AddScoped<IMailer>(s => new FileMailer(s.GetRequiredService<DataDirectory>().Mail, smtp.From));
        services.Configure<LayoutParts>(parts =>
            parts.Navigation.Add(new("mail", typeof(MailTexts), "Mails", Order: 80, Policies.Mail, Group: NavigationGroup.Management)));
        return services.AddSweep<SendDueMail>(s_every, "SendDueMail");
    }

    /// <summary>The file of one mail, for a mail program.</summary>
    public static void MapMail(this WebApplication app) =>
        app.MapGet("/mail/{id:guid}/file", async (Guid id, HttpContext http, MailDesk desk) =>
                await desk.ReadFileAsync(http.User, id, http.RequestAborted) is { } file
                    ? Results.File(file, "message/rfc822", $"{id}.eml")
                    : Results.NotFound())
            .RequireAuthorization(Policies.Administrator);
}
