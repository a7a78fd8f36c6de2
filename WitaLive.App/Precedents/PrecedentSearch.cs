using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Search;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Precedents;

/// <param name="File">For the secretariat alone, which may open it.</param>
public sealed record Precedent(DateOnly DecidedOn, string Outcome, ImmutableArray<DecidedActivity> Activities, FileId? File);

/// <param name="AtLeast">Rounded down to a multiple of <paramref name="Smallest"/>; 0 when nothing was found, null when too little was.</param>
/// <param name="Outcomes">By outcome, the most frequent first, rounded down alike, null for too few; none where every decision is listed.</param>
/// <param name="Cases">The latest ones; none when there are too few in all.</param>
/// <param name="IsAll">Every decision that was found is listed.</param>
public sealed record Precedents(int? AtLeast, ImmutableArray<(string Outcome, int? AtLeast)> Outcomes, ImmutableArray<Precedent> Cases, bool IsAll, int Smallest);

/// <summary>Past decisions for whoever prepares or deliberates: the Commission keeps to what it decided in like cases (rules of procedure, art. 46). Anonymised; small figures are masked.</summary>
/// <remarks>How: docs/decisions/0008-past-decisions.md.</remarks>
public sealed class PrecedentSearch(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    private const int Shown = 20;

    private readonly RareDecisions _rare = new();

    public async Task<Precedents> FindAsync(ClaimsPrincipal who, PrecedentQuery query, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var today = clock.GetUtcNow().DayInBrussels();
        var smallest = rules.On(today).Procedure.SmallestCell;
        await using var db = await databases.CreateDbContextAsync(ct);
        // Of earlier days: what was decided today may still be undone.
        var (except, rare) = (query.Except.ToList(), await _rare.ReadAsync(db, today, smallest, ct));
        var found = FullText.Find(db, query.All, query.Words ?? "", query.AnyOf).AsNoTracking().Where(d => d.DecidedOn < today && !except.Contains(d.FileId) && !rare.Contains(d.Id));
        var counts = (await found.GroupBy(d => d.Outcome).Select(of => new { of.Key, Count = of.Count() }).ToListAsync(ct)).OrderByDescending(of => of.Count).ThenBy(of => of.Key, StringComparer.Ordinal).ToList();
        var total = counts.Sum(of => of.Count);
        if (total < smallest)
            return new(total == 0 ? 0 : null, [], [], IsAll: false, smallest);
        var isSecretariat = Policies.Allow(who, Policies.Secretariat);
        var latest = await found.OrderByDescending(d => d.DecidedOn).ThenByDescending(d => d.Id).Take(Shown).ToListAsync(ct);
        var isAll = latest.Count == total;
        return new(
            Rounded(total, smallest),
            isAll ? [] : [.. counts.Select(of => (of.Key, Rounded(of.Count, smallest)))],
            [.. latest.Select(d => new Precedent(d.DecidedOn, d.Outcome, JsonSerializer.Deserialize<ImmutableArray<DecidedActivity>>(d.Activities), isSecretariat ? d.FileId : null))],
            isAll,
            smallest);
    }

    private static int? Rounded(int count, int smallest) => count < smallest ? null : count - (count % smallest);
}
