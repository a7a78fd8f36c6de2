using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Measures;

/// <summary>Measures as whoever they concern and whoever checks are told of them: once the chair can take the decision back no more, as of every other decision.</summary>
internal static class ToldMeasures
{
    /// <returns>What holds, as is told, against those of these things on which something was decided that is not told yet; the others are not in it.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Sanction?>> ReadAsync(WitaLiveDb db, IEnumerable<Guid> things, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        var (asked, since) = (things.Select(id => (Guid?)id).ToList(), now - inForce.Planning.UndoFor);
        var untold = new List<ApplicationFile>();
        foreach (var file in await db.Set<ApplicationFile>().AsNoTracking().Where(f => asked.Contains(f.SubjectId) && f.State == FileState.Decided && f.ChangedAt >= since).ToListAsync(ct))
        {
            await FileJournal.ToldAsync(db, file, inForce, now, ct);
            if (file.State is not FileState.Decided)
                untold.Add(file);
        }
        var told = new Dictionary<Guid, Sanction?>();
        foreach (var thing in untold.Select(file => file.SubjectId!.Value).Distinct())
        {
            var decided = await db.Set<DecidedMeasure>().AsNoTracking().Where(m => m.SubjectId == thing).ToListAsync(ct);
            told[thing] = MeasureEffects.Holding(decided.FindAll(m => !untold.Exists(file => file.Id == m.FileId)));
        }
        return told;
    }
}
