using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Convening;

/// <summary>Who hears of what goes wrong with a meeting: the one who planned it; the whole secretariat when that is nobody who can be written to.</summary>
public static class Planners
{
    public static async Task<ImmutableArray<Person>> OfAsync(WitaLiveDb db, PlannedMeeting meeting, ImmutableArray<Person> secretariat, CancellationToken ct)
    {
        var planner = meeting.CreatedBy is { } id ? await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        return planner is not null && ConvocationRows.IsReachable(planner) ? [planner] : [.. secretariat.Where(ConvocationRows.IsReachable)];
    }
}
