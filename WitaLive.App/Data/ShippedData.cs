namespace WitaLive.App.Data;

/// <summary>The data folder that comes with the program: rules, the composition by law, the demo. Only read; see DataDirectory for what is written.</summary>
public sealed record ShippedData(string Root)
{
    public string Composition => Path.Combine(Root, "commission", "composition.json");

    public string Demo => Path.Combine(Root, "demo", "commission.json");

    /// <summary>Beside the published program, or at the top of the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none on the way up from either place.</exception>
    public static ShippedData Find(IHostEnvironment environment) =>
        new(new[] { environment.ContentRootPath, AppContext.BaseDirectory }.Select(FindAbove).FirstOrDefault(found => found is not null)
            ?? throw new DirectoryNotFoundException($"No folder data/commission at or above {environment.ContentRootPath}."));

    // Not simply «data»: beside it stands our own folder Data, and file systems differ in minding case.
    private static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "commission")))
                return Path.Combine(folder.FullName, "data");
        return null;
    }
}
