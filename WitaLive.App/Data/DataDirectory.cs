namespace WitaLive.App.Data;

/// <summary>Where WitaLive writes, and where the data it ships with lies.</summary>
/// <param name="Written">Database, keys, mail and papers: the setting Data:Directory, otherwise the shipped <c>data</c> folder.</param>
/// <param name="Shipped">The <c>data</c> folder beside the program or at the top of the repository; only read.</param>
public sealed record DataDirectory(string Written, string Shipped)
{
    public string Database => Path.Combine(Written, "witalive.db");

    /// <summary>When which job runs next, with SQLite: beside what was decided, never in its way.</summary>
    public string Schedule => Path.Combine(Written, "schedule.db");

    public string Keys => Path.Combine(Written, "keys");

    public string Mail => Path.Combine(Written, "mail");

    public string Papers => Path.Combine(Written, "papers");

    /// <summary>Where the site listened last, for a command that is given beside it.</summary>
    public string Address => Path.Combine(Written, "address");

    /// <summary>What the law says there is.</summary>
    public string Composition => Path.Combine(Shipped, "commission", "composition.json");

    /// <summary>Invented people for Development.</summary>
    public string Demo => Path.Combine(Shipped, "demo", "commission.json");

    public static DataDirectory From(IConfiguration configuration, IHostEnvironment environment)
    {
        var shipped = FindShipped(environment.ContentRootPath) ?? FindShipped(AppContext.BaseDirectory)
            ?? Path.Combine(environment.ContentRootPath, "data");
        return new(configuration["Data:Directory"] is { Length: > 0 } set ? Path.GetFullPath(set) : shipped, shipped);
    }

    // «data/commission» marks the folder: WitaLive.App has a folder Data of its own, and file systems differ in minding case.
    private static string? FindShipped(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "commission")))
                return Path.Combine(folder.FullName, "data");
        return null;
    }
}
