using System.Globalization;

namespace WitaLive.Bench;

/// <summary>Every circuit is a socket, in the server as in this program. The runtime takes all that the system allows; that must be enough.</summary>
internal static class OpenFiles
{
    // Beside the sockets of circuits: assemblies, pipes, the database, connections that are just being closed.
    private const int Others = 500;

    /// <returns>A sentence for whoever started this; null where there are enough, or where the system does not tell.</returns>
    public static string? TooFewFor(int circuits)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var allowed = File.ReadLines("/proc/self/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return int.TryParse(allowed, CultureInfo.InvariantCulture, out var most) && most < circuits + Others
            ? $"{circuits} circuits need {circuits + Others} open files in each process; here {most} are allowed. Raise the limit first: ulimit -Hn {circuits + Others}"
            : null;
    }
}
