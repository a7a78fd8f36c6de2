using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Attestations;

/// <summary>An attestation, what it is worth today, and when the next one may be asked for.</summary>
public sealed record AttestationSheet(Attestation Attestation, Standing Standing, Renewal Renewal);

/// <summary>What anyone may know of an attestation whose code they were shown.</summary>
/// <param name="IsValid">Today.</param>
/// <param name="Until">Its last day; null when it has effect after that, until a renewal is decided.</param>
public sealed record Verdict(bool IsValid, DateOnly? Until);

/// <summary>Reads attestations for their holders, and answers whoever was shown a code.</summary>
public sealed class AttestationReading(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    /// <summary>The day it is for attestations.</summary>
    public DateOnly Today => clock.GetUtcNow().DayInBrussels();

    /// <summary>One's own, the one that runs longest first.</summary>
    public async Task<ImmutableArray<AttestationSheet>> MineAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var today = Today;
        return await OfAsync(db, SignedInPerson.Of(who)!.Id, today, rules.On(today).Procedure.Renewal, ct);
    }

    /// <summary>For whoever asks; null when no attestation has this code.</summary>
    public async Task<Verdict?> CheckAsync(string typed, CancellationToken ct)
    {
        if (CheckCode.Read(typed) is not { } code)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Attestation>().AsNoTracking().FirstOrDefaultAsync(a => a.Code == code, ct) is not { } found)
            return null;
        var today = Today;
        var kept = await KeptAsync(db, today, rules.On(today).Procedure.Renewal, db.Set<Attestation>().Where(a => a.Id == found.Id), ct);
        var standing = found.Validity.On(today, kept.Contains(found.Id));
        return new(standing is Standing.Valid or Standing.Kept, standing == Standing.Kept ? null : found.Until);
    }

    internal static async Task<ImmutableArray<AttestationSheet>> OfAsync(WitaLiveDb db, PersonId holder, DateOnly today, RenewalRule rule, CancellationToken ct)
    {
        var all = db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId == holder);
        var held = await all.OrderByDescending(a => a.Until).ToListAsync(ct);
        var kept = held.Count == 0 ? [] : await KeptAsync(db, today, rule, all, ct);
        return [.. held.Select(a => new AttestationSheet(a, a.Validity.On(today, kept.Contains(a.Id)), Renewal.Of(a.Held, rule)))];
    }

    /// <summary>Those that are over and have their effect all the same: the last of their holders, who asked for the next one in time (royal decree, art. 18 § 2).</summary>
    internal static async Task<HashSet<Guid>> KeptAsync(WitaLiveDb db, DateOnly today, RenewalRule rule, IQueryable<Attestation> among, CancellationToken ct)
    {
        var asked = db.Set<ApplicationFile>().Where(f => f.Kind == FileKind.Application && f.ApplicantId != null && f.SubmittedAt != null && f.CompleteOn != null
            && f.State != FileState.Decided && f.State != FileState.Withdrawn && f.State != FileState.Cancelled);
        var over = among.Where(a => a.Until < today && a.HolderId != null && !db.Set<Attestation>().Any(newer => newer.HolderId == a.HolderId && newer.Until > a.Until));
        var pairs = await over.Join(asked, a => a.HolderId, f => f.ApplicantId, (a, f) => new { a.Id, a.Type, a.From, a.Until, FiledAt = f.SubmittedAt!.Value }).ToListAsync(ct);
        return [.. pairs.Where(pair => Renewal.Of(new(pair.Type, new(pair.From, pair.Until)), rule).IsKeptBy(pair.FiledAt.DayInBrussels(), isComplete: true)).Select(pair => pair.Id)];
    }
}
