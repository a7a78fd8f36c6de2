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
        var asked = things.Select(id => (Guid?)id).ToList();
        var untold = await FileJournal.UntoldAsync(db, db.Set<ApplicationFile>().Where(f => asked.Contains(f.SubjectId)), inForce, now, ct);
        var told = new Dictionary<Guid, Sanction?>();
        foreach (var thing in untold.Select(file => file.SubjectId!.Value).Distinct())
        {
            var decided = await db.Set<DecidedMeasure>().AsNoTracking().Where(m => m.SubjectId == thing).ToListAsync(ct);
            told[thing] = MeasureEffects.Holding(decided.FindAll(m => !untold.Exists(file => file.Id == m.FileId)));
        }
        return told;
    }
}
