using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Search;

namespace WitaLive.App.Precedents;

/// <summary>Decisions of an outcome that a domain has had fewer times than may be told: whoever looks back finds none of them, whatever is asked.</summary>
/// <remarks>What is left out of every answer cannot be told from the difference of two. There are few: each count of them is small. They are read again when decisions were added or removed.</remarks>
internal sealed class RareDecisions
{
    private volatile Known? _known;

    public async Task<ImmutableArray<long>> ReadAsync(WitaLiveDb db, DateOnly today, int smallest, CancellationToken ct)
    {
        var all = db.Set<PastDecision>().AsNoTracking().Where(d => d.DecidedOn < today);
        var state = await all.GroupBy(_ => 1).Select(of => new { Count = of.Count(), Newest = of.Max(d => d.Id) }).SingleOrDefaultAsync(ct);
        var key = (today, smallest, state?.Count ?? 0, state?.Newest ?? 0);
        if (_known is { } known && known.Key == key)
            return known.Ids;
        Dictionary<(string Domain, string Outcome), List<long>> cells = [];
        await foreach (var one in all.Select(d => new { d.Id, d.Outcome, d.Words }).AsAsyncEnumerable().WithCancellation(ct))
            foreach (var domain in PrecedentQuery.DomainsOf(one.Words))
            {
                if (!cells.TryGetValue((domain, one.Outcome), out var cell))
                    cells.Add((domain, one.Outcome), cell = []);
                cell.Add(one.Id);
            }
        ImmutableArray<long> ids = [.. cells.Values.Where(cell => cell.Count < smallest).SelectMany(cell => cell).Distinct().Order()];
        _known = new(key, ids);
        return ids;
    }

    private sealed record Known((DateOnly Today, int Smallest, int Count, long Newest) Key, ImmutableArray<long> Ids);
}
