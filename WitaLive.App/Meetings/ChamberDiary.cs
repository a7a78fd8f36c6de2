using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>A chamber sits once at a time. Whoever plans for it takes its diary first: of two at once, the second sees what the first has planned.</summary>
internal static class ChamberDiary
{
    /// <summary>Waits for whoever has it, until the transaction of the caller ends.</summary>
    /// <remarks>An update that changes nothing locks the row on PostgreSQL and the database on SQLite.</remarks>
    public static Task TakeAsync(WitaLiveDb db, ChamberId chamber, CancellationToken ct) =>
        db.Chambers.Where(c => c.Id == chamber).ExecuteUpdateAsync(set => set.SetProperty(c => c.Number, c => c.Number), ct);

    /// <summary>Why a meeting cannot be held then; null when it can.</summary>
    /// <param name="self">A meeting that is being moved does not stand in its own way.</param>
    public static async Task<Refusal?> WhyNotAsync(WitaLiveDb db, ChamberId chamber, MeetingFacts facts, MeetingId self, CancellationToken ct)
    {
        var (earliest, end) = (facts.StartsAt.AddMinutes(-PlanLimits.LongestMeeting), facts.StartsAt.AddMinutes(facts.Minutes));
        var near = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.ChamberId == chamber && m.Id != self && m.CancelledAt == null && m.State != MeetingState.Closed && m.State != MeetingState.Adjourned)
            .Where(m => m.StartsAt > earliest && m.StartsAt < end).Select(m => new { m.StartsAt, m.Minutes }).ToListAsync(ct);
        return near.Find(m => m.StartsAt.AddMinutes(m.Minutes) > facts.StartsAt) is { } other ? new ChamberSitsThen(other.StartsAt) : null;
    }
}

/// <summary>The chamber has another meeting that is not over by then.</summary>
public sealed record ChamberSitsThen(DateTimeOffset StartsAt) : Refusal
{
    public override ImmutableArray<object> Gaps => [StartsAt];
}
