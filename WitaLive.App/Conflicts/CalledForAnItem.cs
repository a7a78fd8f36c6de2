using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Conflicts;

/// <summary>Substitutes who are convened for one item only, because the effective member steps aside for it.</summary>
internal static class CalledForAnItem
{
    /// <summary>Each is written to when the day, the hour or the place changes.</summary>
    public static async Task<List<Person>> OfAsync(WitaLiveDb db, MeetingId meeting, CancellationToken ct)
    {
        var called = await db.Set<PossibleConflict>().Where(c => c.MeetingId == meeting && c.Partner != null).Select(c => c.Partner!.Value).Distinct().ToListAsync(ct);
        return await db.Persons.AsNoTracking().Where(p => called.Contains(p.Id)).ToListAsync(ct);
    }
}
