using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Attestations;

/// <summary>Notes that the holder of an attestation has died: the proof of it is kept some years after (law of 16 December 2022, art. 4 § 4).</summary>
public sealed class RegisterDeaths(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>Of whom a number is, before anything is noted of them.</summary>
    /// <param name="number">Of the attestation, as the register shows it; capitals or not.</param>
    /// <param name="day">Null takes back what was noted.</param>
    /// <returns>The attestation with its holder's name and its number as it is written, or why the day cannot be theirs.</returns>
    public async Task<Result<Attestation>> NamedAsync(ClaimsPrincipal who, string number, DateOnly? day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await FindAsync(db, number, day, ct);
    }

    /// <inheritdoc cref="NamedAsync"/>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> RecordAsync(ClaimsPrincipal who, string number, DateOnly? day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await FindAsync(db, number, day, ct);
        if (found is not Result<Attestation>.Ok(var named))
            return ((Result<Attestation>.Refused)found).Why;
        var (by, at) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        await OfHolder(db, named).ExecuteUpdateAsync(set => set.SetProperty(a => a.DiedOn, day).SetProperty(a => a.DeathNotedBy, by).SetProperty(a => a.DeathNotedAt, at), ct);
        return null;
    }

    private async Task<Result<Attestation>> FindAsync(WitaLiveDb db, string number, DateOnly? day, CancellationToken ct)
    {
        if (day > clock.GetUtcNow().DayInBrussels())
            return new DeathLiesAhead();
        var written = OneLine.Of(number);
        var capitals = written.ToUpperInvariant();
        if (written.Length == 0 || await db.Set<Attestation>().AsNoTracking().FirstOrDefaultAsync(a => a.Number == written || a.Number == capitals, ct) is not { } named)
            return new NoSuchAttestation();
        if (day is null && named.DiedOn is null)
            return new NoDeathNoted();
        // Who was granted one lived: another year was meant.
        return day < await OfHolder(db, named).MinAsync(a => a.From, ct) ? new DeathBeforeAttestation() : named;
    }

    private static IQueryable<Attestation> OfHolder(WitaLiveDb db, Attestation named)
    {
        var (id, holder) = (named.Id, named.HolderId);
        return db.Set<Attestation>().Where(a => a.Id == id || (holder != null && a.HolderId == holder));
    }
}

public sealed record NoSuchAttestation : Refusal;

public sealed record DeathLiesAhead : Refusal;

/// <summary>There is nothing to take back: a day is wanted.</summary>
public sealed record NoDeathNoted : Refusal;

public sealed record DeathBeforeAttestation : Refusal;
