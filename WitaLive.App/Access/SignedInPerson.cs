using System.Security.Claims;
using WitaLive.Domain;

namespace WitaLive.App.Access;

/// <summary>Who is signed in, as the cookie says and the security stamp confirms.</summary>
public sealed record SignedInPerson(PersonId Id, string Name, string Language, ClaimsPrincipal Principal)
{
    internal const string NameClaim = "witalive:name";

    internal const string LanguageClaim = "witalive:language";

    internal const string OutsideClaim = "witalive:outside";

    internal const string BodyClaim = "witalive:body";

    internal const string SessionClaim = "witalive:session";

    internal const string AssistedByClaim = "witalive:assisted-by";

    /// <summary>Of the secretariat, who does this for the person at the telephone; null when they do it themselves.</summary>
    public PersonId? AssistedBy => Guid.TryParse(Principal.FindFirstValue(AssistedByClaim), out var id) ? new(id) : null;

    /// <summary>Who is not of the Commission: whoever only applies, and who enters for another body.</summary>
    public bool IsOutside => !May(Policies.SignedIn);

    public bool May(string policy) => Policies.Allow(Principal, policy);

    /// <summary>Null for whoever is not signed in.</summary>
    public static SignedInPerson? Of(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new(new(id), principal.FindFirstValue(NameClaim) ?? "", principal.FindFirstValue(LanguageClaim) ?? Languages.Language.Fallback.Code, principal)
            : null;
}
