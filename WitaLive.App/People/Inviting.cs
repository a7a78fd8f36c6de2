using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.People;

/// <summary>Invitations as of now.</summary>
public sealed class Inviting(Invitations invitations, TimeProvider clock)
{
    public Task<Refusal?> InviteAsync(ClaimsPrincipal who, PersonId person, CancellationToken ct) =>
        invitations.InviteAsync(who, person, clock.GetUtcNow(), ct);

    public Task<int> InviteAllAsync(ClaimsPrincipal who, CancellationToken ct) => invitations.InviteAllAsync(who, clock.GetUtcNow(), ct);
}
