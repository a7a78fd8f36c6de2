using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Rules;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Chambers;

/// <summary>The shipped data, read as the app reads it.</summary>
internal static class Demo
{
    public static DataDirectory Shipped { get; } = new(FindData(), FindData());

    public static LegalComposition Law { get; } = LegalComposition.Read(Shipped.Composition, new Names(File.ReadAllText(Path.Combine(Shipped.Shipped, "names.json"))));

    public static RuleBook Rules { get; } = new(RuleBook.FileNames.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(Shipped.Shipped, "rules", name))));

    private static string FindData()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "commission")))
                return Path.Combine(folder.FullName, "data");
        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
