using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;

namespace WitaLive.App.Measures;

/// <summary>Who asks for measures here: the secretariat for the inspection services that wrote to it, President and vice-president of their own accord.</summary>
public sealed class MeasureRights(CommissionDirectory directory, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => Now.DayInBrussels();

    /// <summary>President or vice-president, today.</summary>
    public async Task<bool> PresidesAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        return SignedInPerson.Of(who) is { } me && (await directory.ReadAsync(Today, ct)).IsPresidedBy(me.Id);
    }

    public async Task<bool> MayAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        return Policies.Allow(who, Policies.Secretariat) || await PresidesAsync(who, ct);
    }

    /// <exception cref="UnauthorizedAccessException">Neither the secretariat nor one of those who preside over the Commission.</exception>
    public async Task DemandAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        if (!await MayAsync(who, ct))
            throw new UnauthorizedAccessException("This is for the secretariat and those who preside over the Commission.");
    }
}
