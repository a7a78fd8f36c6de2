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
    /// <param name="number">Of the attestation, as the register shows it.</param>
    /// <param name="day">Null takes back what was noted.</param>
    public async Task<Refusal?> RecordAsync(ClaimsPrincipal who, string number, DateOnly? day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (day > clock.GetUtcNow().DayInBrussels())
            return new DeathLiesAhead();
        var written = OneLine.Of(number);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (written.Length == 0 || await db.Set<Attestation>().AsNoTracking().FirstOrDefaultAsync(a => a.Number == written, ct) is not { } named)
            return new NoSuchAttestation();
        var all = db.Set<Attestation>().Where(a => a.Id == named.Id || (named.HolderId != null && a.HolderId == named.HolderId));
        await all.ExecuteUpdateAsync(set => set.SetProperty(a => a.DiedOn, day), ct);
        return null;
    }
}

public sealed record NoSuchAttestation : Refusal;

public sealed record DeathLiesAhead : Refusal;
