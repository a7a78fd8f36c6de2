using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Retention;

/// <summary>How long things are kept today, and what was removed.</summary>
/// <param name="YearsOfMeetings">The open point O-23.</param>
/// <param name="Removals">The newest first.</param>
public sealed record RetentionSheet(RetentionRule Rule, int YearsOfMeetings, ImmutableArray<Removal> Removals);

/// <summary>Shows administrators what was removed.</summary>
public sealed class RetentionDesk(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    // Years of nights on which something was due: more than anybody reads.
    private const int Most = 1000;

    public async Task<RetentionSheet> ReadAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        var inForce = rules.On(clock.GetUtcNow().DayInBrussels());
        await using var db = await databases.CreateDbContextAsync(ct);
        return new(inForce.Retention, inForce.OpenPoints.Read<int>("yearsKept"), [.. await db.Set<Removal>().AsNoTracking().OrderByDescending(r => r.Day).ThenBy(r => r.Kind).Take(Most).ToListAsync(ct)]);
    }
}
