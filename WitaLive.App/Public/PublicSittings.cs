using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Public;

/// <param name="IsProvisional">Kept free or planned, but nobody is convened yet.</param>
public sealed record PublicSitting(DateTimeOffset StartsAt, ChamberOnDay Chamber, bool IsProvisional);

/// <summary>When which chamber sits, in the months of the provisional calendar (rules of procedure, art. 14): no place, no person, no file.</summary>
public sealed class PublicSittings(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    /// <summary>From now on, the soonest first.</summary>
    public async Task<ImmutableArray<PublicSitting>> ReadAsync(CancellationToken ct)
    {
        var from = clock.GetUtcNow();
        var today = from.DayInBrussels();
        var until = BrusselsTime.At(today.AddMonths(rules.On(today).Planning.MonthsAhead), TimeOnly.MinValue);
        await using var db = await databases.CreateDbContextAsync(ct);
        var chambers = (await directory.ReadAsync(db, today, ct)).Chambers.ToDictionary(c => c.Id);
        var planned = await db.Set<PlannedMeeting>().AsNoTracking().IgnoreAutoIncludes().Where(m => m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt >= from && m.StartsAt < until).Select(m => new { m.ChamberId, m.StartsAt, IsProvisional = m.ConvenedAt == null }).ToListAsync(ct);
        var kept = await db.Set<ProvisionalDate>().AsNoTracking().Where(d => d.WithdrawnAt == null && d.PlannedAt == null && d.StartsAt >= from && d.StartsAt < until).Select(d => new { d.ChamberId, d.StartsAt }).ToListAsync(ct);
        return
        [
            .. planned.Select(m => (m.ChamberId, m.StartsAt, m.IsProvisional)).Concat(kept.Select(d => (d.ChamberId, d.StartsAt, IsProvisional: true)))
                .Where(one => chambers.ContainsKey(one.ChamberId))
                .Select(one => new PublicSitting(one.StartsAt, chambers[one.ChamberId], one.IsProvisional))
                .OrderBy(one => one.StartsAt),
        ];
    }
}
