using System.Security.Claims;
using WitaLive.Domain;

namespace WitaLive.Tests.Access;

/// <summary>People as a cookie names them.</summary>
internal static class Who
{
    public static ClaimsPrincipal Nobody { get; } = new(new ClaimsIdentity());

    public static ClaimsPrincipal With(params string[] roles) => With(new PersonId(Guid.NewGuid()), roles);

    public static ClaimsPrincipal With(PersonId person, params string[] roles) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, person.Value.ToString()), .. roles.Select(r => new Claim(ClaimTypes.Role, r))], "test"));
}
