using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Calendar;

/// <summary>What became of a provisional date that was to be planned.</summary>
/// <param name="Why">Null when it is a meeting now.</param>
public sealed record PlannedDate(DateSheet Date, Refusal? Why);

/// <summary>Makes meetings of many provisional dates at once. Each stands for itself: one that cannot be planned keeps no other back.</summary>
public sealed class DatePlanning(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, MeetingPlanning planning, TimeProvider clock)
{
    /// <summary>The dates ahead that are still provisional, the next one first.</summary>
    /// <param name="chamber">Null for every chamber.</param>
    public async Task<ImmutableArray<DateSheet>> OpenAsync(ClaimsPrincipal who, ChamberId? chamber, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, now.DayInBrussels(), ct);
        var dates = await db.Set<ProvisionalDate>().AsNoTracking()
            .Where(d => d.WithdrawnAt == null && d.PlannedAt == null && d.StartsAt > now && (chamber == null || d.ChamberId == chamber)).OrderBy(d => d.StartsAt).ToListAsync(ct);
        return [.. dates.Select(date => new DateSheet(date, commission.Chamber(date.ChamberId)!))];
    }

    public async Task<ImmutableArray<PlannedDate>> PlanAsync(ClaimsPrincipal who, IReadOnlyCollection<DateSheet> dates, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var planned = ImmutableArray.CreateBuilder<PlannedDate>();
        foreach (var date in dates)
            planned.Add(new(date, await PlanAsync(who, date.Date.Id, ct)));
        return planned.ToImmutable();
    }

    private async Task<Refusal?> PlanAsync(ClaimsPrincipal who, MeetingId date, CancellationToken ct)
    {
        var form = await planning.FormAsync(who, date, ct);
        if (form.ChamberId is null)
            return new DateNotOpen();
        if (await planning.ChoicesAsync(who, form, ct) is { IsComposed: true, Chamber: { } chamber } choices)
            form.Seats.UnionWith(planning.Propose(choices.Commission, chamber));
        var (_, problems) = await planning.CreateAsync(who, form, ct);
        return problems.IsEmpty ? null : problems[0].Why;
    }
}
