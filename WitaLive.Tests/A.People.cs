using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.Tests;

internal static partial class A
{
    public static Person Person(string? email = null, string language = "fr", params string[] passive)
    {
        var id = Guid.NewGuid();
        return new(new PersonId(id), "Camille", "Verbeke", email ?? $"{id:N}@example.org", language, passive);
    }
}
