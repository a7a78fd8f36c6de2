using Npgsql;
using WitaLive.Domain;

namespace WitaLive.App.Live;

/// <summary>Carries the bell between nodes over PostgreSQL: what moved here is told, what moved elsewhere is read from where it is stored.</summary>
/// <remarks>
/// A lost bell of a journal is harmless, for <see cref="JournalPoll"/> stands behind it. A lost connection is opened again: what it had to tell is
/// told then, and the papers of open rooms, which no poll looks at, are read anew.
/// </remarks>
public sealed class PostgresBell(string connection, Bell bell, PaperBell papers, MeetingRooms rooms, TimeProvider clock, ILogger<PostgresBell> log) : BackgroundService
{
    private const string Name = "witalive_meeting_moved";
    private const string PapersChanged = " papers";

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    // A node hears itself too, and has nothing to learn from it.
    private readonly string _node = Guid.NewGuid().ToString("N");

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once other nodes are heard.</summary>
    internal Task Listening => _listening.Task;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(AgainAndAgainAsync(TellAsync, stoppingToken), AgainAndAgainAsync(ListenAsync, stoppingToken));

    private async Task AgainAndAgainAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await using var open = new NpgsqlConnection(connection);
                await open.OpenAsync(ct);
                await work(open, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The bell between nodes is interrupted; the poll stands in.");
            }
            await Task.Delay(s_pause, clock, ct);
        }
    }

    private async Task TellAsync(NpgsqlConnection open, CancellationToken ct)
    {
        var told = new NpgsqlParameter<string> { TypedValue = "" };
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", open);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
        command.Parameters.Add(told);
        while (await bell.Rung.WaitToReadAsync(ct))
        {
            var untold = new HashSet<Ring>();
            while (bell.Rung.TryRead(out var ring))
                untold.Add(ring);
            try
            {
                foreach (var ring in untold)
                {
                    told.TypedValue = $"{_node} {ring.Meeting.Value:N}{(ring.Papers ? PapersChanged : "")}";
                    await command.ExecuteNonQueryAsync(ct);
                    untold.Remove(ring);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                foreach (var ring in untold)
                    bell.Put(ring);
                throw;
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection open, CancellationToken ct)
    {
        open.Notification += (_, heard) => Hear(heard.Payload);
        await using (var command = new NpgsqlCommand($"LISTEN {Name}", open))
            await command.ExecuteNonQueryAsync(ct);
        foreach (var room in rooms.Open())
            papers.Tell(room.Id);
        _listening.TrySetResult();
        while (true)
            await open.WaitAsync(ct);
    }

    private void Hear(string payload)
    {
        var isPapers = payload.EndsWith(PapersChanged, StringComparison.Ordinal);
        if ((isPapers ? payload[..^PapersChanged.Length] : payload).Split(' ') is not [var node, var id] || node == _node || !Guid.TryParseExact(id, "N", out var meeting)
            || rooms.Find(new MeetingId(meeting)) is not { } room)
        {
            return;
        }
        if (isPapers)
            papers.Tell(room.Id);
        else
            _ = ReadOnAsync(room);
    }

    private async Task ReadOnAsync(MeetingRoom room)
    {
        try
        {
            await room.CatchUpAsync();
        }
        catch (Exception e)
        {
            log.LogWarning(e, "Meeting {Meeting}: could not read on; the poll will.", room.Id.Value);
        }
    }
}
