using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Live;

/// <summary>One node: rooms on a journal in a real database, which can be made to fail.</summary>
internal sealed class Node(IDbContextFactory<WitaLiveDb> databases, params IFollowEvents[] followers) : IDbContextFactory<WitaLiveDb>, IAsyncDisposable
{
    private MeetingRooms? _rooms;

    /// <summary>Called before rows are written; what it throws is the disk's answer.</summary>
    public Action? BeforeWriting { get; set; }

    /// <summary>Called after rows are on disk; what it throws hides that they are.</summary>
    public Action? AfterWriting { get; set; }

    public Bell Bell { get; } = new();

    public PaperBell Papers => field ??= new(Bell);

    public MeetingJournal Journal => field ??= new(this, TimeProvider.System, followers);

    public MeetingRooms Rooms => _rooms ??= new(Journal, TimeProvider.System, NullLogger<MeetingRoom>.Instance, Bell);

    public WitaLiveDb CreateDbContext()
    {
        var db = databases.CreateDbContext();
        db.SavingChanges += (_, _) => BeforeWriting?.Invoke();
        db.SavedChanges += (_, _) => AfterWriting?.Invoke();
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        if (_rooms is not null)
            await _rooms.DisposeAsync();
    }
}

internal static class Rooms
{
    public static MeetingId NewMeeting() => new(Guid.NewGuid());

    /// <summary>A room with seats 1 to <paramref name="seats"/> there and a ballot open on the first item.</summary>
    public static async Task<MeetingRoom> VotingAsync(this Node node, MeetingId id, int seats)
    {
        var room = await node.Rooms.OpenAsync(id);
        await room.DoneAsync(new PrepareMeeting(A.Large(seats)), A.Secretary);
        await Task.WhenAll(Enumerable.Range(1, seats).Select(n => room.DoneAsync(new SignIn(A.Person(n), AttendanceMode.Online), A.By(n))));
        await room.DoneAsync(new OpenMeeting(), A.By(1));
        await room.DoneAsync(new CallItem(A.Item(1)), A.By(1));
        await room.DoneAsync(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1));
        return room;
    }

    public static async Task DoneAsync(this MeetingRoom room, MeetingCommand command, Actor by) =>
        Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(await room.SendAsync(command, by));

    public static CastVote Vote(int seat, string choice = "for") => new(new(Guid.NewGuid()), A.Ballot, A.Seat(seat), new(choice));

    public static async Task<MeetingView> UntilAsync(this MeetingRoom room, Func<Meeting, bool> reached, int seconds = 20)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await foreach (var view in room.Feed.WatchAsync(patience.Token))
        {
            if (reached(view.Meeting))
                return view;
        }
        throw new System.Diagnostics.UnreachableException();
    }
}
