using Microsoft.AspNetCore.DataProtection;

namespace WitaLive.App.Settings;

internal static class SettingsComposition
{
    /// <summary>Where the app listens, what it writes to, how it logs.</summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        // Without this a build that is not published finds its own style sheets in Development only.
        builder.WebHost.UseStaticWebAssets();
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null or "")
            builder.WebHost.UseUrls("http://localhost:5080");
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);

        var data = DataDirectory.From(builder.Configuration, builder.Environment.ContentRootPath);
        data.Create();
        builder.Services.AddSingleton(data);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDataProtection().SetApplicationName("WitaLive").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
    }
}
