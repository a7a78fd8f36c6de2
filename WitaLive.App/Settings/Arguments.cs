using WitaLive.App.Mail;

namespace WitaLive.App.Settings;

/// <summary>What whoever started the program typed, looked at before a database is opened or changed for it.</summary>
internal static class Arguments
{
    /// <exception cref="ArgumentException">One has no value: the next would be taken for it, and the last one for nothing at all.</exception>
    public static void Check(IReadOnlyList<string> args)
    {
        foreach (var (at, name) in args.Index())
            if (IsName(name) && !name.Contains('=', StringComparison.Ordinal) && (at + 1 == args.Count || IsName(args[at + 1])))
                throw new ArgumentException($"{name} needs a value behind it.");
    }

    /// <exception cref="ArgumentException">--create-admin names no mail address.</exception>
    /// <exception cref="FormatException">--urls names no address to listen on.</exception>
    /// <exception cref="InvalidOperationException">Where the site or the mail relay is cannot be so.</exception>
    public static void Check(this WebApplication app)
    {
        if (app.Configuration["create-admin"] is { } address && !MailAddresses.IsUsable(address))
            throw new ArgumentException($"--create-admin {address}: this is not an address that mail can be sent to.");
        foreach (var url in (app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            BindingAddress.Parse(url);
        app.Services.GetRequiredService<SiteAddress>();
        app.Services.GetRequiredService<SmtpSettings>();
    }

    private static bool IsName(string typed) => typed.StartsWith("--", StringComparison.Ordinal);
}
