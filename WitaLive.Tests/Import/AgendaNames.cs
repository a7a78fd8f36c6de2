using WitaLive.App.Rules;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Import;

internal static class AgendaNames
{
    public static Names Shipped { get; } = new(File.ReadAllText(Path.Combine(Repository.Root, "data", "names.json")));
}
