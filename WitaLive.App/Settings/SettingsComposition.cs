using Microsoft.AspNetCore.DataProtection;
using WitaLive.App.Data;

namespace WitaLive.App.Settings;

internal static class SettingsComposition
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where the app listens, what it writes to, how it logs.</summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        // Without this a build that is not published finds its own style sheets in Development only.
        builder.WebHost.UseStaticWebAssets();
        if (!builder.Environment.IsDevelopment())
        {
            // And without this it sends its files as large as they are: files that change while it runs are for Development.
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
            builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);
        }

        var data = DataDirectory.From(builder.Configuration, builder.Environment);
        foreach (var directory in new[] { data.Written, data.Keys, data.Mail, data.Papers })
            CreateForOwnerOnly(directory);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null or "")
            builder.WebHost.UseUrls(AddressOf(builder.Configuration, data));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDataProtection().SetApplicationName("WitaLive").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
    }

    // --create-admin is given beside a site that runs elsewhere: its link leads to where that one listens.
    private static string AddressOf(ConfigurationManager configuration, DataDirectory data) =>
        configuration["create-admin"] is not null && File.Exists(data.Address) ? File.ReadAllText(data.Address) : "http://localhost:5080";

    // A directory that is already there is left as it is: the repository's own data folder is read by others.
    private static void CreateForOwnerOnly(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, OwnerOnly);
    }
}
