using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Bodies;
using WitaLive.Domain;
using WitaLive.Tests.Bodies;

namespace WitaLive.Tests.Browser;

/// <summary>People of an institution and of two inspection services; the institution has asked about somebody.</summary>
internal static class SweptBodies
{
    public const string Institution = "Nadège Vlaminck";

    /// <summary>Of the service in whose name the secretariat recorded a request.</summary>
    public const string Inspection = "Odilon Servranckx";

    /// <summary>Of one that has asked for nothing.</summary>
    public const string OtherInspection = "Tine Bosschaert";

    public static async Task WriteAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<BodyDesk>();
        var asking = await AddAsync(Institution, BodyKind.Institution, "Office national de l’emploi (ONEM)");
        await AddAsync(Inspection, BodyKind.Inspection, "onss");
        await AddAsync(OtherInspection, BodyKind.Inspection, "inami");
        Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Ok>(await services.GetRequiredService<Consulting>().AskAsync(ARepresentative.As(asking, BodyKind.Institution), "2023-A-000005", "Demande d’allocations 2026/114.", default));

        async Task<PersonId> AddAsync(string name, BodyKind kind, string body)
        {
            var (id, words) = (new PersonId(Guid.NewGuid()), name.Split(' '));
            Assert.Null(await desk.AddAsync(ARepresentative.Administrator, id, new(words[0], words[1], $"{words[1].ToUpperInvariant()}@example.org", "fr", kind, body), default));
            return id;
        }
    }
}
