using System.Security.Claims;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Assistance;

/// <summary>Opens an account for the person at the telephone, as they would do it themselves; the mail with the link goes to them.</summary>
public sealed class AccountOpening(Invitations invitations, TimeProvider clock, IStringLocalizer<RefusalTexts> refusals)
{
    /// <returns>Why not, in words; or null.</returns>
    public async Task<string?> OpenAsync(ClaimsPrincipal who, string givenName, string familyName, string email, string language, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return await invitations.SignUpAsync(givenName, familyName, email, language, clock.GetUtcNow(), ct, atTelephone: true) is { } why ? refusals[why.Key, [.. why.Gaps]].Value : null;
    }
}
