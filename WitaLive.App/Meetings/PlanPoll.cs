using WitaLive.App.Live;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>Brings the newest plan to those who are in a room of this node before the meeting begins: what changed the plan could not tell them itself.</summary>
/// <remarks>A plan that a room knows already changes nothing.</remarks>
internal sealed class PlanPoll(MeetingRooms rooms, RoomDoor door, TimeProvider clock, ILogger<PlanPoll> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var room in rooms.Open().Where(r => r.Meeting is { State: MeetingState.Planned, Plan: not null, IsCancelled: false }).ToList())
                await LookAsync(room, stoppingToken);
        }
    }

    private async Task LookAsync(MeetingRoom room, CancellationToken ct)
    {
        try
        {
            await door.RefreshAsync(room.Id, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Meeting {Meeting}: its plan could not be read.", room.Id.Value);
        }
    }
}
