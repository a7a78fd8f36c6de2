namespace WitaLive.App.Live;

/// <summary>Looks every two seconds whether the journal of an open room has moved on elsewhere: what no bell told is then read.</summary>
/// <remarks>One look at the key for each room open on this node; it also brings a room level whose own write failed halfway.</remarks>
public sealed class JournalPoll(MeetingRooms rooms, MeetingJournal journal, TimeProvider clock, ILogger<JournalPoll> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var room in rooms.Open())
                await LookAsync(room, stoppingToken);
        }
    }

    private async Task LookAsync(MeetingRoom room, CancellationToken ct)
    {
        try
        {
            if (await journal.HasMovedOnAsync(room.Id, room.Meeting.Version, ct))
                await room.CatchUpAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Meeting {Meeting}: its journal could not be looked at.", room.Id.Value);
        }
    }
}
