using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Year;

/// <summary>Which attestations a figure counts.</summary>
internal static class FigureAttestations
{
    /// <summary>Delivered by a decision or a judgment of the period; none that came over by the law.</summary>
    public static IQueryable<Attestation> Granted(WitaLiveDb db, FigurePeriod period)
    {
        var (from, until) = (period.From, period.Until);
        return db.Set<Attestation>().AsNoTracking().IgnoreQueryFilters().Where(a => a.FileId != null && a.DecidedOn >= from && a.DecidedOn <= until);
    }

    /// <summary>
    /// In effect on a day, whatever its origin: its term runs, or a renewal asked for in time was not decided yet; neither annulled nor suspended that day, and its holder alive.
    /// </summary>
    public static async Task<IQueryable<Attestation>> InCirculationAsync(WitaLiveDb db, DateOnly on, RenewalRule rule, CancellationToken ct)
    {
        var kept = await KeptAsync(db, on, rule, ct);
        return Existing(db, on).Where(a => (a.From <= on && a.Until >= on) || kept.Contains(a.Id));
    }

    private static IQueryable<Attestation> Existing(WitaLiveDb db, DateOnly on) => db.Set<Attestation>().AsNoTracking().IgnoreQueryFilters()
        .Where(a => a.DiedOn == null || a.DiedOn > on)
        .Where(a => a.Measure == null || (a.Measure != MeasureRule.Annulment && (a.MeasureFrom > on || a.MeasureUntil < on)));

    // Over on that day, the last one of its holder by then, and the next one asked for in time, complete and not decided (royal decree, art. 18 § 2).
    private static async Task<List<Guid>> KeptAsync(WitaLiveDb db, DateOnly on, RenewalRule rule, CancellationToken ct)
    {
        var waiting = db.Set<DaysOfFile>().IgnoreQueryFilters().Where(d => d.Kind == FileKind.Application && d.ReceivedOn <= on && d.CompleteOn <= on && (d.EndedOn == null || d.EndedOn > on))
            .Join(db.Set<ApplicationFile>().Where(f => f.ApplicantId != null), d => d.FileId, f => f.Id, (d, f) => new { f.ApplicantId, d.ReceivedOn });
        var over = Existing(db, on).Where(a => a.Until < on && a.HolderId != null);
        var pairs = await waiting.Join(over, w => w.ApplicantId, a => a.HolderId, (w, a) => new { a.Id, a.HolderId, a.Type, a.From, a.Until, w.ReceivedOn }).ToListAsync(ct);
        var inTime = pairs.FindAll(pair => Renewal.Of(new(pair.Type, new(pair.From, pair.Until)), rule).IsKeptBy(pair.ReceivedOn!.Value, isComplete: true));
        if (inTime.Count == 0)
            return [];
        var holders = inTime.Select(pair => pair.HolderId).Distinct().ToList();
        var last = await Existing(db, on).Where(a => holders.Contains(a.HolderId) && a.From <= on).GroupBy(a => a.HolderId).Select(g => new { g.Key, Until = g.Max(a => a.Until) }).ToDictionaryAsync(one => one.Key!.Value, one => one.Until, ct);
        return [.. inTime.Where(pair => last[pair.HolderId!.Value] == pair.Until).Select(pair => pair.Id)];
    }
}
