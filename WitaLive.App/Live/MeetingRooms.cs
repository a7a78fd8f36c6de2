using System.Collections.Concurrent;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Live;

/// <summary>The one room of each meeting on this node. A room once opened stays: a year's meetings are a few megabytes.</summary>
public sealed class MeetingRooms(MeetingJournal journal, TimeProvider clock, ILogger<MeetingRoom> log, Bell bell) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<MeetingId, Lazy<Task<MeetingRoom>>> _rooms = new();

    public async Task<MeetingRoom> OpenAsync(MeetingId id)
    {
        var opening = _rooms.GetOrAdd(id, key => new(() => OpenFromJournalAsync(key)));
        try
        {
            return await opening.Value;
        }
        catch
        {
            _rooms.TryRemove(new(id, opening)); // the next one who asks tries again
            throw;
        }
    }

    /// <summary>Rooms that are open on this node now.</summary>
    public IEnumerable<MeetingRoom> Open() =>
        _rooms.Values.Where(r => r.IsValueCreated && r.Value.IsCompletedSuccessfully).Select(r => r.Value.GetAwaiter().GetResult());

    /// <summary>The room of a meeting when it is open on this node; otherwise null.</summary>
    public MeetingRoom? Find(MeetingId id) =>
        _rooms.TryGetValue(id, out var room) && room is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? room.Value.GetAwaiter().GetResult() : null;

    private async Task<MeetingRoom> OpenFromJournalAsync(MeetingId id) =>
        new(id, await journal.ReadAsync(id, new Meeting()), journal, clock, log) { Moved = bell.Moved };

    public async ValueTask DisposeAsync()
    {
        foreach (var room in Open().ToList())
            await room.DisposeAsync();
    }
}
