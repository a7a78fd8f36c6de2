using System.Diagnostics;
using System.Text.RegularExpressions;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Browser;

/// <summary>The program as one starts it from a shell.</summary>
internal static partial class TheStoryServer
{
    /// <summary><c>./run --create-admin ADDRESS</c>, beside a site that runs.</summary>
    /// <returns>The link it prints.</returns>
    public static async Task<string> CreateAdministratorAsync(RunningApp app, string address)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "WitaLive.App"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var argument in (string[])
            [Path.Combine(AppContext.BaseDirectory, "WitaLive.App.dll"), "--create-admin", address, "--Data:Directory", app.DataDirectory, "--Site:Address", app.Address.ToString()])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var link = Link().Match(said);
        Assert.True(process.ExitCode == 0 && link.Success, $"{said} {await errors}");
        return link.Value;
    }

    [GeneratedRegex(@"http\S+/account/password\S+")]
    private static partial Regex Link();
}
