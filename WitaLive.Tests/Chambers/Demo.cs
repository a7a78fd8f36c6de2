using WitaLive.App.Chambers;
using WitaLive.App.Data;

namespace WitaLive.Tests.Chambers;

/// <summary>The shipped data, read as the app reads it.</summary>
internal static class Demo
{
    public static ShippedData Shipped { get; } = new(FindData());

    public static LegalComposition Law { get; } = LegalComposition.Read(Shipped.Composition);

    private static string FindData()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "commission")))
                return Path.Combine(folder.FullName, "data");
        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
