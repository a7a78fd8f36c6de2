using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace WitaLive.Tests.Principles;

/// <summary>Whoever looks at a part that is rendered alone.</summary>
internal sealed class Signed(ClaimsPrincipal who) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(who));
}
