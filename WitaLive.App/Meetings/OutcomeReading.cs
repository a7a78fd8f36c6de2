using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>What a reader may know of how the items of a meeting ended.</summary>
/// <param name="Held">As it stands; null for who only looks in, and of a meeting that was cancelled.</param>
/// <param name="Referred">Items that went to another formation.</param>
/// <param name="Recused">Items for which the reader has stepped aside.</param>
public sealed record Outcomes(Meeting? Held, ImmutableDictionary<ItemId, ReferredItem> Referred, ImmutableHashSet<ItemId> Recused)
{
    public static Outcomes None { get; } = new(null, ImmutableDictionary<ItemId, ReferredItem>.Empty, []);
}

/// <summary>An item that was referred to another formation.</summary>
/// <param name="StandsOn">When the meeting is on whose agenda it stands there; null while it waits for one.</param>
public sealed record ReferredItem(Conclusion Conclusion, DateTimeOffset? StandsOn);

/// <summary>Says how the items of a meeting ended, and where those went that were referred.</summary>
public sealed class OutcomeReading(IDbContextFactory<WitaLiveDb> databases, MeetingRooms rooms)
{
    /// <param name="sheet">As its reader was given it.</param>
    public async Task<Outcomes> ReadAsync(MeetingSheet sheet, PersonId reader, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var meeting = (await rooms.OpenAsync(sheet.Meeting.Id)).Meeting;
        ImmutableHashSet<ItemId> recused = [.. meeting.Items.Where(item => item.Recused.Contains(reader)).Select(item => item.Id)];
        if (sheet.Meeting.CancelledAt is not null)
            return Outcomes.None with { Recused = recused };
        // What was decided is for those who sit there, as the report is. What left the agenda without a vote is for those, too, who may ask for it.
        var referred = meeting.Items.Where(item => item.Conclusion is { Kind: ConclusionKind.Referred } conclusion && (conclusion.IsEvoked || !sheet.IsLookedInto)).ToList();
        return new(sheet.IsLookedInto ? null : meeting, await WhereaboutsAsync(referred, ct), recused);
    }

    private async Task<ImmutableDictionary<ItemId, ReferredItem>> WhereaboutsAsync(List<Item> referred, CancellationToken ct)
    {
        var files = referred.Select(item => item.Planned.File).OfType<FileId>().ToList();
        if (files.Count == 0)
            return referred.ToImmutableDictionary(item => item.Id, item => new ReferredItem(item.Conclusion!, null));
        await using var db = await databases.CreateDbContextAsync(ct);
        var places = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.CancelledAt == null)
            .SelectMany(m => m.Agenda, (m, line) => new { m.Formation, m.StartsAt, line.FileId, line.ReferredAt })
            .Where(place => place.FileId != null && place.ReferredAt == null && files.Contains(place.FileId.Value)).ToListAsync(ct);
        return referred.ToImmutableDictionary(item => item.Id, item => new ReferredItem(item.Conclusion!, places
            .Where(place => place.FileId == item.Planned.File && place.Formation == item.Conclusion!.ReferTo && place.StartsAt > item.Conclusion.At)
            .Max(place => (DateTimeOffset?)place.StartsAt)));
    }
}
