using WitaLive.Domain.Rules;

namespace WitaLive.App.Rules;

internal static class RulesComposition
{
    /// <summary>Reads the rules once, at the start: an app whose rules cannot be read does not run.</summary>
    public static void AddRules(this WebApplicationBuilder builder)
    {
        var shipped = Path.Combine("data", "rules");
        var directory = builder.Configuration["Rules:Directory"] is { Length: > 0 } chosen
            ? Path.GetFullPath(chosen)
            : Find(Path.Combine(shipped, "composition.json"), builder.Environment.ContentRootPath) is { } found
                ? Path.GetDirectoryName(found)!
                : Path.GetFullPath(shipped);
        // Other rules may have the same words: names beside them come first, the shipped ones otherwise.
        var names = new[] { Path.Combine(directory, "names.json"), Path.Combine(directory, "..", "names.json") }.FirstOrDefault(File.Exists)
            ?? Find(Path.Combine("data", "names.json"), builder.Environment.ContentRootPath)
            ?? throw new FileNotFoundException($"names.json is neither in {directory} nor above it.");

        builder.Services.AddSingleton(new RuleBook(RuleBook.FileNames
            .Select(name => (Name: name, Path: Path.Combine(directory, name)))
            .Where(file => File.Exists(file.Path))
            .ToDictionary(file => file.Name, file => File.ReadAllText(file.Path))));
        builder.Services.AddSingleton(new Names(File.ReadAllText(names)));
    }

    // At the top of the repository when run from it, beside the program when published.
    private static string? Find(string file, string contentRoot)
    {
        foreach (var start in new[] { contentRoot, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Path.Combine(folder.FullName, file) is var path && File.Exists(path))
                    return path;
            }
        }
        return null;
    }
}
