using System.Data.Common;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Settings;

/// <summary>What keeps the site from starting and whoever starts it can mend: a wrong setting, a port or a database that is not to be had.</summary>
/// <remarks>A fault of ours is not among them: it ends the program with everything that is known about it.</remarks>
internal sealed class StartFaults
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    private static readonly string s_own = typeof(StartFaults).Assembly.GetName().Name!;
    private volatile bool _started;

    /// <summary>One sentence in place of the host's own report, which is a page long; what fails once the site runs is logged as ever.</summary>
    public static StartFaults Watch(WebApplicationBuilder builder)
    {
        var faults = new StartFaults();
        builder.Logging.AddFilter(HostCategory, level => faults._started && level >= LogLevel.Information);
        return faults;
    }

    public void EndWhenStarted(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => _started = true);

    /// <summary>All that whoever started the site has to know; null for a fault of ours.</summary>
    public static string? Sentence(Exception fault) => fault switch
    {
        RuleDataException => $"The rules cannot be used: {fault.Message}",
        DbException => $"The database cannot be used: {fault.Message}",
        InvalidOperationException { InnerException: DbException database } => Sentence(database),
        IOException or UnauthorizedAccessException => fault.Message,
        FormatException when fault.Source?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true => $"--urls: {fault.Message}",
        InvalidOperationException or ArgumentException when fault.Source == s_own || fault.Source is Kestrel or Binder => fault.Message,
        _ => null,
    };
}
