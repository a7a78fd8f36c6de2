using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Search;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Precedents;

/// <param name="File">For the secretariat alone, which may open it.</param>
public sealed record Precedent(DateOnly DecidedOn, string Outcome, ImmutableArray<DecidedActivity> Activities, FileId? File);

/// <param name="Total">Null when it is too small to be shown.</param>
/// <param name="Outcomes">By outcome, the most frequent first; null for a count too small to be shown.</param>
/// <param name="Cases">The latest ones; none when there are too few in all.</param>
public sealed record Precedents(int? Total, ImmutableArray<(string Outcome, int? Count)> Outcomes, ImmutableArray<Precedent> Cases, int Smallest);

/// <summary>Past decisions for whoever prepares or deliberates: the Commission keeps to what it decided in like cases (rules of procedure, art. 46). Anonymised; small figures are masked.</summary>
public sealed class PrecedentSearch(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    private const int Shown = 20;

    public async Task<Precedents> FindAsync(ClaimsPrincipal who, PrecedentQuery query, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var today = clock.GetUtcNow().DayInBrussels();
        var smallest = rules.On(today).Procedure.SmallestCell;
        await using var db = await databases.CreateDbContextAsync(ct);
        // Of earlier days: what was decided today may still be undone.
        var except = query.Except.ToList();
        var found = FullText.Find(db, query.All, query.Words ?? "", query.AnyOf).AsNoTracking().Where(d => d.DecidedOn < today && !except.Contains(d.FileId));
        var counts = (await found.GroupBy(d => d.Outcome).Select(of => new { of.Key, Count = of.Count() }).ToListAsync(ct)).OrderByDescending(of => of.Count).ThenBy(of => of.Key, StringComparer.Ordinal).ToList();
        var total = counts.Sum(of => of.Count);
        var shown = SmallCells.Mask([.. counts.Select(of => of.Count)], smallest);
        ImmutableArray<(string, int?)> outcomes = [.. counts.Select((of, i) => (of.Key, shown[i]))];
        if (total < smallest)
            return new(total == 0 ? 0 : null, outcomes, [], smallest);
        var isSecretariat = Policies.Allow(who, Policies.Secretariat);
        var latest = await found.OrderByDescending(d => d.DecidedOn).ThenByDescending(d => d.Id).Take(Shown).ToListAsync(ct);
        return new(total, outcomes, [.. latest.Select(d => new Precedent(d.DecidedOn, d.Outcome, JsonSerializer.Deserialize<ImmutableArray<DecidedActivity>>(d.Activities), isSecretariat ? d.FileId : null))], smallest);
    }
}
