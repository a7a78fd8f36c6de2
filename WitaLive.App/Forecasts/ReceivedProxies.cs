using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Forecasts;

/// <summary>Proxies that the secretariat received before a meeting, as its journal tells it. What was read is kept, and read on from there.</summary>
public sealed class ReceivedProxies(MeetingJournal journal)
{
    private readonly ConcurrentDictionary<MeetingId, Meeting> _known = new();

    /// <returns>By meeting; one query, and one for each journal that has grown.</returns>
    public async Task<Dictionary<MeetingId, ImmutableArray<Proxy>>> OfAsync(WitaLiveDb db, IReadOnlyCollection<MeetingId> meetings, CancellationToken ct)
    {
        var wanted = meetings.ToList();
        var versions = await db.Set<JournalEntry>().Where(e => wanted.Contains(e.MeetingId)).GroupBy(e => e.MeetingId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var found = new Dictionary<MeetingId, ImmutableArray<Proxy>>();
        foreach (var id in wanted)
        {
            var known = _known.GetValueOrDefault(id, new Meeting());
            if (versions.GetValueOrDefault(id) > known.Version)
                _known[id] = known = await journal.ReadAsync(id, known, ct);
            found[id] = [.. known.Proxies.Values];
        }
        foreach (var past in _known.Keys.Except(wanted).Where(_ => wanted.Count > 1).ToList())
            _known.TryRemove(past, out _); // it has begun, or is not held
        return found;
    }
}
