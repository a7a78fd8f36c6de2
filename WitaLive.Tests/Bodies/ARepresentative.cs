using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Bodies;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Bodies;

/// <summary>Somebody let in for an institution or an inspection service, as an administrator does it.</summary>
internal static class ARepresentative
{
    public static ClaimsPrincipal Administrator { get; } = Who.With(App.Access.Roles.Administrator);

    /// <summary>With the clock of the test; it mails to nobody.</summary>
    public static BodyDesk Desk(PlanningOffice office) => ActivatorUtilities.CreateInstance<BodyDesk>(office.Services, new AccessDesk(office.Databases).Invitations);

    public static ClaimsPrincipal As(PersonId id, BodyKind kind) => new(new ClaimsIdentity([.. AnApplicant.Outside(id).Claims, new Claim("witalive:body", $"{kind}")], "test"));

    public static async Task<ClaimsPrincipal> OfAsync(PlanningOffice office, BodyKind kind, string body)
    {
        var id = new PersonId(Guid.NewGuid());
        Assert.Null(await Desk(office).AddAsync(Administrator, id, new("Nadège", "Vlaminck", $"{id.Value:N}@example.org", "fr", kind, body), default));
        return As(id, kind);
    }
}
