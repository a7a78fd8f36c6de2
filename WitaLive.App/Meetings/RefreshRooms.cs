using WitaLive.App.Jobs;
using WitaLive.App.Live;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>Brings the newest plan to those who are in a room before the meeting begins: that it was convened meanwhile, or changed on another node.</summary>
/// <remarks>May run twice, on two nodes at once, and break off anywhere: a plan that a room knows already changes nothing, and the next run goes on.</remarks>
public sealed class RefreshRooms(MeetingRooms rooms, RoomDoor door) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var room in rooms.Open().Where(r => r.Meeting is { State: MeetingState.Planned, Plan: not null, IsCancelled: false }).ToList())
            await door.RefreshAsync(room.Id, ct);
    }
}
