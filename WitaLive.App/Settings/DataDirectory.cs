namespace WitaLive.App.Settings;

/// <summary>Everything the app writes stands under one directory: two instances with two directories never meet.</summary>
public sealed record DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="root">Absolute, or relative to where the app was started.</param>
    public DataDirectory(string root) => Root = Path.GetFullPath(root);

    public string Root { get; }

    /// <summary>The SQLite file; not used with PostgreSQL.</summary>
    public string Database => Path.Combine(Root, "witalive.db");

    /// <summary>The keys that protect cookies and links. Whoever reads them can sign in as anyone.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Where mail goes as .eml files when no SMTP server is set.</summary>
    public string Mail => Path.Combine(Root, "mail");

    public string Papers => Path.Combine(Root, "papers");

    /// <summary>Makes what is missing. What only the app may read is closed to everyone else.</summary>
    public void Create()
    {
        // The root may be the repository's own data folder, which others read; a new one is the owner's alone.
        foreach (var directory in new[] { Root, Keys, Mail, Papers })
            CreateClosed(directory);
    }

    /// <summary>What Data:Directory says; without it «data» at the top of the repository, or beside the published app.</summary>
    public static DataDirectory From(IConfiguration settings, string contentRoot)
    {
        if (settings["Data:Directory"] is { Length: > 0 } chosen)
            return new DataDirectory(chosen);

        var parent = Directory.GetParent(contentRoot);
        var isRepository = parent is not null && File.Exists(Path.Combine(parent.FullName, "WitaLive.sln"));
        return new DataDirectory(Path.Combine(isRepository ? parent!.FullName : contentRoot, "data"));
    }

    private static void CreateClosed(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, OwnerOnly);
    }
}
