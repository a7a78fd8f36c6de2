using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Profiles;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Bodies;

/// <summary>Nobody holds one, or nobody is known by it: the answer is the same.</summary>
public sealed record NothingHeld : Refusal;

/// <summary>Nothing was typed to look for.</summary>
public sealed record NumberMissing : Refusal;

/// <summary>The person reads why they were asked about.</summary>
public sealed record ConsultationReasonMissing : Refusal;

/// <param name="AnHour">So many may be asked in one.</param>
public sealed record AskedTooOften(int AnHour) : Refusal
{
    public override ImmutableArray<object> Gaps => [AnHour];
}

/// <summary>What an institution is told of an attestation.</summary>
public sealed record ToldAttestation(Attestation Attestation, Standing Standing)
{
    /// <summary>Today.</summary>
    public bool IsValid => Standing is Standing.Valid or Standing.Kept && Attestation.DiedOn is null;
}

/// <summary>Answers institutions whether somebody holds a valid attestation, and tells that person who asked and why.</summary>
/// <remarks>Nothing of a file or of a measure's reasons, and nothing that the chair can still take back (royal decree of 13 March 2023, art. 20).</remarks>
public sealed class Consulting(IDbContextFactory<WitaLiveDb> databases, NumberKey key, RuleBook rules, TimeProvider clock)
{
    /// <summary>So often may one person ask, wherever they do: counted among what was written down.</summary>
    public const int AnHour = 120;

    /// <param name="typed">The number or the code of an attestation, or a national number.</param>
    /// <returns>The attestations that are told of, the one that runs longest first; at least one.</returns>
    public async Task<Result<ImmutableArray<ToldAttestation>>> AskAsync(ClaimsPrincipal who, string typed, string reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Institution);
        var (me, why, written) = (SignedInPerson.Of(who)!.Id, OneLine.Of(reason), OneLine.Of(typed));
        if (written.Length == 0)
            return new NumberMissing();
        if (why.Length == 0)
            return new ConsultationReasonMissing();
        if (why.Length > Consultation.LongestReason)
            return new TextTooLong(Consultation.LongestReason);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var since = now.AddHours(-1);
        if (await db.Set<Consultation>().CountAsync(c => c.AskedBy == me && c.At > since, ct) >= AnHour)
            return new AskedTooOften(AnHour);
        var (holder, named) = await WhoseAsync(db, written, ct);
        var all = db.Set<Attestation>().Where(a => named == null ? holder != null && a.HolderId == holder : a.Id == named);
        var told = await AttestationReading.ToldAsync(db, all, rules.On(now.DayInBrussels()), now, ct);
        // Written down whatever the answer is: that somebody was asked about is theirs to know, and who tries numbers that nobody has leaves a trace.
        db.Add(new Consultation
        {
            Id = Guid.CreateVersion7(), HolderId = holder, AttestationId = named, AskedBy = me, At = now, Reason = why,
            Body = await db.Set<Representative>().Where(r => r.PersonId == me).Select(r => r.Body).SingleAsync(ct),
        });
        await db.SaveChangesAsync(ct);
        return told.IsEmpty ? new NothingHeld() : told;
    }

    /// <summary>Who asked about oneself, the latest first.</summary>
    public async Task<ImmutableArray<Consultation>> OfOwnAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.Set<Consultation>().AsNoTracking().Where(c => c.HolderId == me).ToListAsync(ct)).OrderByDescending(c => c.At)];
    }

    private async Task<(PersonId? Holder, Guid? Attestation)> WhoseAsync(WitaLiveDb db, string written, CancellationToken ct)
    {
        if (NationalNumber.Digits(written) is { } digits)
        {
            var hash = key.HashOf(digits);
            return (await db.Set<StoredProfile>().Where(p => p.NumberHash == hash).Select(p => (PersonId?)p.PersonId).SingleOrDefaultAsync(ct), null);
        }
        var (capitals, code) = (written.ToUpperInvariant(), CheckCode.Read(written));
        // The decision is the attestation, and has a code of its own. By the code of one in whose place a judgment put another one, as by its number, they are told of that.
        var granting = code is null ? null
            : await db.Set<Ruling>().Where(r => r.Code == code && r.SentAt != null).Select(r => (FileId?)r.FileId).FirstOrDefaultAsync(ct)
            ?? await db.Set<FormerCode>().Where(f => f.Code == code).Select(f => (FileId?)f.FileId).FirstOrDefaultAsync(ct);
        var found = written.Length == 0 ? null
            : await db.Set<Attestation>().Where(a => a.Number == capitals || (code != null && a.Code == code) || (granting != null && a.FileId == granting)).OrderByDescending(a => a.DecidedOn).Select(a => new { a.Id, a.HolderId }).FirstOrDefaultAsync(ct);
        return (found?.HolderId, found?.Id);
    }
}
