using WitaLive.App.Data;
using WitaLive.App.Mail;

namespace WitaLive.App.Settings;

/// <summary>What whoever started the site wants to know first: where it is, how to sign in, where mail goes.</summary>
internal static class Banner
{
    public static void PrintBannerWhenStarted(this WebApplication app, TextWriter output) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Urls.FirstOrDefault() ?? "http://localhost:5080";
        var data = app.Services.GetRequiredService<DataDirectory>();
        File.WriteAllText(data.Address, address);
        var smtp = app.Services.GetRequiredService<SmtpSettings>();
        var signIn = app.Environment.IsDevelopment()
            ? $"{address}/dev/sign-in (as anyone, one click; Development only)"
            : $"{address}/account/sign-in (first administrator: ./run --create-admin ADDRESS)";
        var mail = smtp.Host is { Length: > 0 } host ? $"to {host}:{smtp.Port}" : $"no server set: files in {data.Mail}";
        output.WriteLine($"""

              WitaLive  {address}
              sign in   {signIn}
              mail      {mail}
              data      {data.Written}

            """);
    });
}
