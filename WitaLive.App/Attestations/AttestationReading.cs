using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Bodies;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Attestations;

/// <summary>An attestation, what it is worth today, and when the next one may be asked for.</summary>
public sealed record AttestationSheet(Attestation Attestation, Standing Standing, Renewal Renewal);

/// <summary>What anyone may know of an attestation whose code they were shown.</summary>
/// <param name="IsValid">Today.</param>
/// <param name="Until">Its last day; null when it has effect after that, until a renewal is decided, and when a measure took its effect.</param>
public sealed record Verdict(bool IsValid, DateOnly? Until);

/// <summary>Reads attestations for their holders, and answers whoever was shown a code.</summary>
public sealed class AttestationReading(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    internal static readonly List<FileState> Undecided = [.. Enum.GetValues<FileState>().Except([FileState.Decided, FileState.Withdrawn, FileState.Cancelled])];

    /// <summary>The day it is for attestations.</summary>
    public DateOnly Today => clock.GetUtcNow().DayInBrussels();

    /// <summary>One's own, the one that runs longest first.</summary>
    public async Task<ImmutableArray<AttestationSheet>> MineAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await OfAsync(db, SignedInPerson.Of(who)!.Id, Today, rules.On(Today), ct, clock.GetUtcNow());
    }

    /// <summary>One's own application for the next one, while it is not decided; null when none is.</summary>
    public async Task<(ApplicationFile File, Renewed Renews)?> AskedAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var (me, now, inForce) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow(), rules.On(Today));
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == me && f.Kind == FileKind.Application && f.SubmittedAt != null).ToListAsync(ct);
        await FileJournal.ShowToldAsync(db, mine, inForce, now, ct);
        return mine.Find(file => file.IsOpen) is { } file && await Renewed.OfAsync(db, file, Today, inForce, ct, now) is { } renews ? (file, renews) : null;
    }

    /// <summary>The one that the next application asks to follow: the one that runs, suspended or not, or else the one that ran longest; null for who holds none.</summary>
    /// <param name="held">Of one holder, the one that runs longest first.</param>
    internal static AttestationSheet? ToFollow(IReadOnlyCollection<AttestationSheet> held) => held.FirstOrDefault(Runs) ?? held.FirstOrDefault();

    /// <summary>The first day on which whoever holds these may ask for the next one; null when that is today (royal decree, art. 18 § 1).</summary>
    /// <inheritdoc cref="ToFollow" path="/param"/>
    internal static DateOnly? NotBefore(IEnumerable<AttestationSheet> held, DateOnly today) => held.FirstOrDefault(Runs)?.Renewal.From is { } first && first > today ? first : null;

    private static bool Runs(AttestationSheet one) => one.Standing is Standing.Valid or Standing.Suspended;

    /// <summary>For whoever asks; null when no attestation has this code.</summary>
    public async Task<Verdict?> CheckAsync(string typed, CancellationToken ct)
    {
        if (CheckCode.Read(typed) is not { } code)
            return null;
        if (await CheckAsync(a => a.Code == code, ct) is { } verdict)
            return verdict;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<FormerCode>().AnyAsync(f => f.Code == code, ct) ? new(false, null) : null;
    }

    /// <summary>The same for whoever was shown the decision that is the attestation; null when that grants none, or is not told yet.</summary>
    /// <param name="type">What that decision grants: of one that a judgment took away, the letter that says so grants nothing.</param>
    public Task<Verdict?> CheckAsync(FileId granting, string type, CancellationToken ct) => CheckAsync(a => a.FileId == granting && a.Type == type, ct);

    private async Task<Verdict?> CheckAsync(Expression<Func<Attestation, bool>> which, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (now, today) = (clock.GetUtcNow(), Today);
        var inForce = rules.On(today);
        if (await ShownAsync(db, await db.Set<Attestation>().AsNoTracking().Where(which).OrderBy(a => a.Id).Take(1).ToListAsync(ct), inForce, now, ct) is not [var found])
            return null;
        var kept = await KeptAsync(db, today, inForce.Procedure.Renewal, db.Set<Attestation>().Where(a => a.Id == found.Id), ct, (now, inForce.Planning.UndoFor));
        var standing = found.On(today, kept.Contains(found.Id));
        // Why it is not valid is nobody's business who was shown a code.
        return new(standing is Standing.Valid or Standing.Kept && found.DiedOn is null, standing is Standing.Kept or Standing.Suspended or Standing.Annulled || found.DiedOn is not null ? null : found.Until);
    }

    /// <summary>As an institution is told of them, each with what it is worth today, the one that runs longest first.</summary>
    internal static async Task<ImmutableArray<ToldAttestation>> ToldAsync(WitaLiveDb db, IQueryable<Attestation> which, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        var told = await ShownAsync(db, await which.AsNoTracking().ToListAsync(ct), inForce, now, ct);
        var ids = told.Select(a => a.Id).ToList();
        var kept = await KeptAsync(db, now.DayInBrussels(), inForce.Procedure.Renewal, db.Set<Attestation>().Where(a => ids.Contains(a.Id)), ct, (now, inForce.Planning.UndoFor));
        return [.. told.OrderByDescending(a => a.Until).Select(a => new ToldAttestation(a, a.On(now.DayInBrussels(), kept.Contains(a.Id))))];
    }

    /// <summary>As they are told of: without what the chair can still take back, and with what it would give back.</summary>
    private static async Task<ImmutableArray<Attestation>> ShownAsync(WitaLiveDb db, List<Attestation> all, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        await ForgetUntoldMeasuresAsync(db, all, inForce, now, ct);
        var holders = all.Where(a => a.UntilBefore is not null).Select(a => a.HolderId).Distinct().ToList();
        var hidden = holders.Count == 0 ? [] : await db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId != null && holders.Contains(a.HolderId) && a.StandsAt >= now).ToListAsync(ct);
        foreach (var one in all.Where(a => a.UntilBefore is not null && hidden.Any(newer => newer.HolderId == a.HolderId && (newer.PreviousId == a.Id || a.From > newer.DecidedOn))))
            one.Until = one.UntilBefore!.Value;
        return [.. all.Where(a => a.IsShownAt(now))];
    }

    // A measure that the chair can still take back is as if it were not: it took nothing, and an annulment gave nothing back to another one.
    private static async Task ForgetUntoldMeasuresAsync(WitaLiveDb db, List<Attestation> all, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        var (mine, holders) = (all.ConvertAll(a => a.Id), all.Select(a => a.HolderId).Distinct().ToList());
        var annulled = await db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId != null && holders.Contains(a.HolderId) && a.Measure == MeasureRule.Annulment && !mine.Contains(a.Id)).ToListAsync(ct);
        List<Attestation> measured = [.. all, .. annulled];
        var told = await ToldMeasures.ReadAsync(db, measured.Select(a => a.Id), inForce, now, ct);
        foreach (var one in measured.Where(a => told.ContainsKey(a.Id)))
        {
            var gaveBack = one.Sanction is { IsAnnulment: true } && told[one.Id] is not { IsAnnulment: true };
            one.Put(told[one.Id]);
            foreach (var other in all.Where(a => gaveBack && a.UntilBefore is not null && a.HolderId == one.HolderId))
            {
                if (other.Id == one.PreviousId)
                    other.Until = one.EndOf(other);
                else if (other.From > one.DecidedOn && other.Until == other.UntilBefore)
                    other.Until = one.DecidedOn.AddDays(-1);
            }
        }
    }

    /// <summary>Of which types somebody held one, as they are told; what was annulled, or never began, never existed.</summary>
    internal static async Task<ImmutableArray<string>> HeldTypesAsync(WitaLiveDb db, PersonId holder, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        var held = await ShownAsync(db, await db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId == holder).ToListAsync(ct), inForce, now, ct);
        return [.. held.Where(a => a.Until >= a.From && a.Measure != MeasureRule.Annulment).Select(a => a.Type).Distinct()];
    }

    /// <summary>All of one holder, the one that runs longest first.</summary>
    /// <param name="toldAt">For whoever is told, now, of nothing that the chair can still take back; null for whoever knows of it.</param>
    internal static async Task<ImmutableArray<AttestationSheet>> OfAsync(WitaLiveDb db, PersonId holder, DateOnly today, RulesInForce inForce, CancellationToken ct, DateTimeOffset? toldAt = null)
    {
        var all = db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId == holder);
        var held = await all.ToListAsync(ct);
        if (toldAt is { } now)
            held = [.. await ShownAsync(db, held, inForce, now, ct)];
        var rule = inForce.Procedure.Renewal;
        var kept = held.Count == 0 ? [] : await KeptAsync(db, today, rule, all, ct, toldAt is { } at ? (at, inForce.Planning.UndoFor) : null);
        return [.. held.OrderByDescending(a => a.Until).Select(a => new AttestationSheet(a, a.On(today, kept.Contains(a.Id)), Renewal.Of(a.Held, rule)))];
    }

    /// <summary>Those that are over and have their effect all the same: the last of their holders, who asked for the next one in time (royal decree, art. 18 § 2).</summary>
    /// <param name="untold">What was decided so short a time ago is as if it were not yet; null for whoever knows of it.</param>
    /// <remarks>From the few files that are not decided to their holders, for the register is long.</remarks>
    internal static async Task<HashSet<Guid>> KeptAsync(WitaLiveDb db, DateOnly today, RenewalRule rule, IQueryable<Attestation> among, CancellationToken ct, (DateTimeOffset Now, TimeSpan UndoFor)? untold = null)
    {
        var (now, since) = untold is var (at, undoFor) ? (at, at - undoFor) : (DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
        var asked = db.Set<ApplicationFile>().Where(f => (Undecided.Contains(f.State) || (f.State == FileState.Decided && f.ChangedAt >= since)) && f.Kind == FileKind.Application && f.ApplicantId != null && f.SubmittedAt != null && f.CompleteOn != null);
        var over = among.Where(a => a.Until < today && a.HolderId != null && (a.Measure == null || a.Measure != MeasureRule.Annulment));
        var pairs = await asked.Join(over, f => f.ApplicantId, a => a.HolderId, (f, a) => new { a.Id, a.HolderId, a.Type, a.From, a.Until, FiledAt = f.SubmittedAt!.Value }).ToListAsync(ct);
        var inTime = pairs.FindAll(pair => Renewal.Of(new(pair.Type, new(pair.From, pair.Until)), rule).IsKeptBy(pair.FiledAt.DayInBrussels(), isComplete: true));
        if (inTime.Count == 0)
            return [];
        var holders = inTime.Select(pair => pair.HolderId).Distinct().ToList();
        var last = await db.Set<Attestation>().Where(a => holders.Contains(a.HolderId) && (a.StandsAt == null || a.StandsAt < now) && (a.Measure == null || a.Measure != MeasureRule.Annulment)).GroupBy(a => a.HolderId).Select(g => new { g.Key, Until = g.Max(a => a.Until) }).ToListAsync(ct);
        var until = last.ToDictionary(one => one.Key!.Value, one => one.Until);
        return [.. inTime.Where(pair => until[pair.HolderId!.Value] == pair.Until).Select(pair => pair.Id)];
    }
}
