using System.Net.Mail;

namespace WitaLive.App.Mail;

/// <summary>The section Smtp of the settings. Without a host, mails become files.</summary>
public sealed class SmtpSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    public string From { get; init; } = "WitaLive <witalive@localhost>";

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>Insist on encryption: a server that cannot is not used.</summary>
    public bool StartTls { get; init; }

    /// <exception cref="InvalidOperationException">The sender is no address, or a password would travel unencrypted to another machine.</exception>
    public static SmtpSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Smtp").Get<SmtpSettings>() ?? new();
        if (!MailAddress.TryCreate(settings.From, out var from) || !MailAddresses.IsUsable(from.Address))
            throw new InvalidOperationException($"Smtp:From is '{settings.From}'; it must be an address, or a name and an address in angle brackets.");
        if (settings is { Host: not (null or "localhost" or "127.0.0.1" or "::1"), UserName: not null, StartTls: false })
            throw new InvalidOperationException("Smtp:UserName without Smtp:StartTls would send the password unencrypted; set Smtp:StartTls to true.");
        return settings;
    }
}
