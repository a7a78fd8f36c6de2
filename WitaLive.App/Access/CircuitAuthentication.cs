using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace WitaLive.App.Access;

/// <summary>Signs an open circuit out as soon as its account was shut out or its rights changed.</summary>
internal sealed class CircuitAuthentication : ServerAuthenticationStateProvider, IDisposable
{
    private readonly AccountStamps _stamps;
    private readonly CancellationTokenSource _left = new();

    public CircuitAuthentication(AccountStamps stamps)
    {
        _stamps = stamps;
        AuthenticationStateChanged += state => _ = FollowAsync(state);
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    // Awaited within the circuit's own flow, so that its language comes back with it.
    private async Task FollowAsync(Task<AuthenticationState> state)
    {
        var ct = _left.Token;
        try
        {
            var user = (await state).User;
            if (user.Identity?.IsAuthenticated != true)
                return;
            await _stamps.WaitForChangeAsync(user, ct);
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }
}
