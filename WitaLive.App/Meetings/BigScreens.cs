using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Display;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>The big screens of a meeting, for the secretariat: whoever has a key sees the meeting without signing in.</summary>
public sealed class BigScreens(DisplayKeys keys)
{
    public Task<ImmutableArray<DisplayKey>> OfAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return keys.OfAsync(meeting, ct);
    }

    public Task<DisplayKey> CreateAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return keys.CreateAsync(meeting, ct);
    }

    public Task RevokeAsync(ClaimsPrincipal who, string key, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return keys.RevokeAsync(key, ct);
    }
}
