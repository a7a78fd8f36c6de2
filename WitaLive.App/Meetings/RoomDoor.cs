using System.Collections.Concurrent;
using System.Text.Json;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>The way into a meeting's room: opens it and, until the meeting begins, keeps it on the newest plan.</summary>
public sealed class RoomDoor(MeetingRooms rooms, MeetingPlans plans, TimeProvider clock)
{
    // A hundred people come in at once; the plan is read for the first of them.
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<MeetingId, (SemaphoreSlim Gate, DateTimeOffset[] ReadAt)> _prepared = new();

    /// <summary>The room, prepared; null when there is no such meeting or it was cancelled.</summary>
    public async Task<MeetingRoom?> EnterAsync(MeetingId id, CancellationToken ct = default)
    {
        // A room once opened stays: none is opened for an address that somebody made up.
        if (rooms.Find(id) is null && !await plans.ExistsAsync(id, ct))
            return null;
        var room = await rooms.OpenAsync(id);
        if (room.Meeting.State is MeetingState.Planned)
            await PrepareAsync(room, s_fresh, ct);
        else if (room.Meeting.IsOver && !await plans.ExistsAsync(id, ct))
            return null; // what was written of it was removed since somebody opened the room
        return room.Meeting is { Plan: not null, IsCancelled: false } ? room : null;
    }

    /// <summary>After a change of the plan: whoever is already in the room sees it.</summary>
    public async Task RefreshAsync(MeetingId id, CancellationToken ct = default)
    {
        var room = await rooms.OpenAsync(id);
        if (room.Meeting is { State: MeetingState.Planned, Plan: not null })
            await PrepareAsync(room, TimeSpan.Zero, ct);
    }

    /// <summary>Whether a person is on this meeting's list, or serves it.</summary>
    public static bool MayEnter(MeetingRoom room, PersonId person, bool isSecretariat) =>
        isSecretariat || room.Meeting.Knows(person);

    private async Task PrepareAsync(MeetingRoom room, TimeSpan fresh, CancellationToken ct)
    {
        var (gate, readAt) = _prepared.GetOrAdd(room.Id, _ => (new(1), [DateTimeOffset.MinValue]));
        await gate.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() - readAt[0] < fresh)
                return;
            if (await plans.ReadAsync(room.Id, ct) is { } plan && !IsSame(plan, room.Meeting.Plan))
                await room.SendAsync(new PrepareMeeting(plan with { Revision = (room.Meeting.Plan?.Revision ?? 0) + 1 }), default, ct);
            readAt[0] = clock.GetUtcNow();
        }
        finally
        {
            gate.Release();
        }
    }

    private static bool IsSame(MeetingPlan plan, MeetingPlan? known) =>
        known is not null && Content(plan) == Content(known);

    // Names are compared in a fixed order; a hash table has none.
    private static string Content(MeetingPlan plan) =>
        JsonSerializer.Serialize(plan with { Revision = 0, Names = ImmutableDictionary<PersonId, string>.Empty })
        + JsonSerializer.Serialize(plan.Names.OrderBy(n => n.Key.Value).Select(n => n.Value));
}
