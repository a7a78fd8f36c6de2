using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using Refused = WitaLive.Domain.Result<System.Collections.Immutable.ImmutableArray<WitaLive.Domain.Meetings.MeetingEvent>>.Refused;

namespace WitaLive.Tests.Live;

public class AMeetingRoom
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Records_a_thousand_votes_at_once_and_shows_the_end_to_everyone(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var node = new Node(databases);
        var room = await node.VotingAsync(Rooms.NewMeeting(), 1_000);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var watching = Enumerable.Range(0, 300).Select(async _ =>
        {
            var last = 0;
            await foreach (var view in room.Feed.WatchAsync(patience.Token))
            {
                Assert.True(view.Version >= last, "a screen went back in time");
                last = view.Version;
                if (view.Meeting.Ballot!.Votes.Count == 1_000)
                    return;
            }
        }).ToArray();

        await Task.WhenAll(Enumerable.Range(1, 1_000).Select(n => Task.Run(() => room.DoneAsync(Rooms.Vote(n), A.By(n)))));
        await Task.WhenAll(watching);

        Assert.Equal(0, room.Feed.Watchers);
        Assert.Equal(1_000, (await node.Journal.ReadAsync(room.Id, new Meeting())).Ballot!.Votes.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Counts_and_acknowledges_or_refuses_each_of_ten_thousand_votes_that_race_the_closing(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var node = new Node(databases);
        var room = await node.VotingAsync(Rooms.NewMeeting(), 100);
        var (acknowledged, refused, ballot) = (0, 0, A.Ballot);

        for (var round = 1; round <= 100; round++)
        {
            var recorded = new ConcurrentBag<SeatId>();
            var voting = Enumerable.Range(1, 100).Select(n => Task.Run(async () =>
            {
                if (await room.SendAsync(Rooms.Vote(n) with { Ballot = ballot }, A.By(n)) is Refused(var why))
                {
                    Assert.IsType<BallotClosed>(why);
                    Interlocked.Increment(ref refused);
                }
                else
                {
                    recorded.Add(A.Seat(n));
                    Interlocked.Increment(ref acknowledged);
                }
            })).ToList();
            voting.Insert(round, Task.Run(() => room.DoneAsync(new CloseBallot(ballot), A.By(1))));
            await Task.WhenAll(voting);

            var closed = room.Meeting.Ballot!;
            Assert.Equal(recorded.Order(Comparer<SeatId>.Create((a, b) => a.Value.CompareTo(b.Value))), closed.Votes.Keys.OrderBy(s => s.Value));
            Assert.Equal(recorded.Count, closed.Result!.Voted);
            await room.DoneAsync(new AnnulBallot(ballot, "again"), A.By(1));
            ballot = A.BallotNumber(round + 1);
            await room.DoneAsync(new OpenBallot(ballot, [A.Item(1)], ["plus"]), A.By(1));
        }

        Assert.Equal(10_000, acknowledged + refused);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Starts_again_from_the_journal_with_every_vote_acknowledged(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        var id = Rooms.NewMeeting();
        var votes = Enumerable.Range(1, 50).Select(n => Rooms.Vote(n)).ToList();
        await using (var node = new Node(databases))
        {
            var room = await node.VotingAsync(id, 50);
            await Task.WhenAll(votes.Take(30).Select((vote, i) => room.DoneAsync(vote, A.By(i + 1))));
        }

        await using var next = new Node(databases);
        var again = await next.Rooms.OpenAsync(id);
        Assert.Equal(30, again.Meeting.Ballot!.Votes.Count);
        var before = again.Meeting.Version;
        await Task.WhenAll(votes.Select((vote, i) => again.DoneAsync(vote, A.By(i + 1)))); // whoever was unsure sends again
        Assert.Equal((before + 20, 50), (again.Meeting.Version, again.Meeting.Ballot!.Votes.Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_not_held_up_by_a_slow_watcher(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var node = new Node(databases);
        var room = await node.VotingAsync(Rooms.NewMeeting(), 20);
        var goOn = new TaskCompletionSource();
        var seen = new List<int>();
        var entered = new TaskCompletionSource();
        var slow = Task.Run(async () =>
        {
            await foreach (var view in room.Feed.WatchAsync())
            {
                seen.Add(view.Meeting.Ballot!.Votes.Count);
                entered.TrySetResult();
                if (seen[^1] == 20)
                    return;
                await goOn.Task;
            }
        });
        await entered.Task;

        for (var n = 1; n <= 20; n++)
            await room.DoneAsync(Rooms.Vote(n), A.By(n));
        goOn.SetResult();
        await slow;

        Assert.Equal([0, 20], seen);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Acknowledges_nothing_that_the_disk_did_not_take_and_goes_on_when_it_does(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var node = new Node(databases);
        var room = await node.VotingAsync(Rooms.NewMeeting(), 20);
        var (votes, before) = (Enumerable.Range(1, 20).Select(n => Rooms.Vote(n)).ToList(), room.Meeting);

        node.BeforeWriting = () => throw new IOException("No space left on device");
        await Task.WhenAll(votes.Select((vote, i) => Assert.ThrowsAsync<NotRecordedException>(() => room.SendAsync(vote, A.By(i + 1)))));
        Assert.Same(before, room.Meeting);

        node.BeforeWriting = null;
        await Task.WhenAll(votes.Select((vote, i) => room.DoneAsync(vote, A.By(i + 1))));
        Assert.Equal(20, (await node.Journal.ReadAsync(room.Id, new Meeting())).Ballot!.Votes.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Finds_its_own_write_again_when_only_the_answer_was_lost(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var node = new Node(databases);
        var room = await node.VotingAsync(Rooms.NewMeeting(), 5);
        var version = room.Meeting.Version;

        node.AfterWriting = () =>
        {
            node.AfterWriting = null;
            throw new IOException("The connection was cut.");
        };
        await room.DoneAsync(Rooms.Vote(1), A.By(1));

        Assert.Equal(version + 1, room.Meeting.Version);
        Assert.Single(room.Meeting.Ballot!.Votes);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Does_not_let_one_spoilt_command_take_its_neighbours_along(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var node = new Node(databases, new Choking());
        var room = await node.VotingAsync(Rooms.NewMeeting(), 20);
        var note = Guid.NewGuid();

        // The first write waits until all of the others have queued up behind it: they are one batch.
        using var gate = new ManualResetEventSlim();
        node.BeforeWriting = () => { node.BeforeWriting = null; gate.Wait(TimeSpan.FromSeconds(20)); };
        var first = room.DoneAsync(Rooms.Vote(1), A.By(1));
        var spoilt = new[] { Assert.ThrowsAsync<NotRecordedException>(() => room.SendAsync(new TakeNote(note, null, Choking.Poison), A.Secretary)) };
        var faulty = Assert.ThrowsAnyAsync<Exception>(() => room.SendAsync(new ConcludeItems(default, ConclusionKind.Withdrawn), A.By(1)));
        var others = Enumerable.Range(2, 19).Select(n => room.DoneAsync(Rooms.Vote(n), A.By(n))).ToArray();
        gate.Set();

        await Task.WhenAll([first, .. others, .. spoilt, faulty]);
        Assert.Equal(20, (await node.Journal.ReadAsync(room.Id, new Meeting())).Ballot!.Votes.Count);
        Assert.Empty(room.Meeting.Notes);
    }

    /// <summary>A feature that cannot follow one certain note.</summary>
    private sealed class Choking : IFollowEvents
    {
        public const string Poison = "poison";

        public Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct) =>
            events.OfType<NoteTaken>().Any(n => n.Text == Poison) ? throw new InvalidOperationException("cannot follow") : Task.CompletedTask;
    }
}
