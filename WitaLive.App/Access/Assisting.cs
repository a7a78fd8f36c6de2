using System.Security.Claims;
using WitaLive.Domain;

namespace WitaLive.App.Access;

/// <summary>Somebody for whom the secretariat fills in. Cascades to the pages that are otherwise one's own.</summary>
/// <param name="Acts">The person, with who fills in beside them; asked anew at every act, for the right may have been taken away since.</param>
/// <param name="Root">Where this person's pages are, from the root.</param>
public sealed record Assisting(PersonId Person, string Name, Func<Task<ClaimsPrincipal>> Acts, string Root)
{
    public string Profile => $"{Root}/profile";
}
