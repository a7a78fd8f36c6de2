using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Live;

public class SeveralNodes
{
    [Theory, OnSqlite, OnPostgres]
    public async Task On_one_journal_lose_no_vote_and_answer_each_sender_truly(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var here = new Node(databases);
        await using var there = new Node(databases);
        var id = Rooms.NewMeeting();
        var near = await here.VotingAsync(id, 100);
        var far = await there.Rooms.OpenAsync(id);
        var votes = Enumerable.Range(1, 100).Select(n => Rooms.Vote(n)).ToList();

        // Each vote is sent on both nodes at once, as by a person who changed over in the middle of it.
        await Task.WhenAll(votes.SelectMany((vote, i) => new[]
        {
            Task.Run(() => near.DoneAsync(vote, A.By(i + 1))),
            Task.Run(() => far.DoneAsync(vote, A.By(i + 1))),
        }));

        var journal = await here.Journal.ReadAsync(id, new Meeting());
        Assert.Equal((100, 100), (journal.Ballot!.Votes.Count, journal.Ballot.Seen.Count));
        var (events, seals) = (new List<MeetingEvent>(), new JournalSeal.Reading(id));
        await foreach (var (_, happened) in here.Journal.EventsAsync(id, seals))
            events.Add(happened);
        Assert.Equal((null, events.Count), (seals.Result.BrokenAt, seals.Result.Prints.OfType<string>().Distinct().Count())); // bound to each other, whoever wrote them
        Assert.Equal(100, events.OfType<VoteCast>().Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Let_the_chair_close_once_from_two_tabs_on_two_nodes(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var here = new Node(databases);
        await using var there = new Node(databases);
        var id = Rooms.NewMeeting();
        var near = await here.VotingAsync(id, 10);
        var far = await there.Rooms.OpenAsync(id);

        await Task.WhenAll(new[] { near, far, near, far }.Select(room => Task.Run(() => room.DoneAsync(new CloseBallot(A.Ballot), A.By(1)))));

        var events = new List<MeetingEvent>();
        await foreach (var (_, happened) in here.Journal.EventsAsync(id, 0))
            events.Add(happened);
        Assert.Single(events.OfType<BallotConcluded>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refuse_nothing_and_call_nothing_done_for_what_another_has_written_since(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var here = new Node(databases);
        await using var there = new Node(databases);
        var id = Rooms.NewMeeting();
        var near = await here.VotingAsync(id, 10);
        var far = await there.Rooms.OpenAsync(id);
        await near.DoneAsync(new CloseBallot(A.Ballot), A.By(1));
        await near.DoneAsync(new Recuse(A.Item(2), A.Person(3)), A.By(3));

        await far.DoneAsync(new WithdrawRecusal(A.Item(2), A.Person(3)), A.By(3)); // there is nothing to take back, as far as this node knows
        await near.DoneAsync(new OpenBallot(new(Guid.NewGuid()), [A.Item(1)], ["ordinary"]), A.By(1));
        await far.DoneAsync(new CastVote(new(Guid.NewGuid()), near.Meeting.Ballot!.Id, A.Seat(3), new("for")), A.By(3)); // no such ballot, as far as this node knows

        var journal = await here.Journal.ReadAsync(id, new Meeting());
        Assert.Empty(journal.ItemOf(A.Item(2))!.Recused);
        Assert.Single(journal.Ballot!.Votes);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Read_by_the_poll_what_no_bell_told(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var here = new Node(databases);
        await using var there = new Node(databases);
        var id = Rooms.NewMeeting();
        var near = await here.VotingAsync(id, 10);
        var far = await there.Rooms.OpenAsync(id);
        var clock = new FakeTimeProvider(A.Start);
        using var poll = new JournalPoll(there.Rooms, there.Journal, clock, NullLogger<JournalPoll>.Instance);
        await poll.StartAsync(default);

        await near.DoneAsync(Rooms.Vote(3), A.By(3));
        Assert.Empty(far.Meeting.Ballot!.Votes);
        var seen = far.UntilAsync(m => m.Ballot!.Votes.Count == 1);
        clock.Advance(JournalPoll.Interval);

        Assert.Equal(near.Meeting.Version, (await seen).Version);
        await poll.StopAsync(default);
    }

    [Theory, OnPostgres]
    public async Task Hear_each_other_within_a_tenth_of_a_second(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var here = new Node(databases);
        await using var there = new Node(databases);
        using var tells = BellOf(here, databases);
        using var hears = BellOf(there, databases);
        await tells.StartAsync(default);
        await hears.StartAsync(default);
        await Task.WhenAll(tells.Listening, hears.Listening).WaitAsync(TimeSpan.FromSeconds(20));
        var id = Rooms.NewMeeting();
        var near = await here.VotingAsync(id, 20);
        var far = await there.Rooms.OpenAsync(id);

        var taken = new List<TimeSpan>();
        for (var n = 1; n <= 20; n++)
        {
            var votes = n;
            var seen = far.UntilAsync(m => m.Ballot!.Votes.Count == votes);
            await near.DoneAsync(Rooms.Vote(n), A.By(n));
            var recorded = Stopwatch.GetTimestamp();
            await seen;
            taken.Add(Stopwatch.GetElapsedTime(recorded));
        }

        Assert.True(taken.Order().ElementAt(10) < TimeSpan.FromMilliseconds(100), $"The middle one of twenty took {taken.Order().ElementAt(10).TotalMilliseconds} ms.");
        await tells.StopAsync(default);
        await hears.StopAsync(default);
    }

    [Theory, OnPostgres]
    public async Task Tell_each_other_that_papers_changed(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var here = new Node(databases);
        await using var there = new Node(databases);
        using var tells = BellOf(here, databases);
        using var hears = BellOf(there, databases);
        var id = Rooms.NewMeeting();
        await there.Rooms.OpenAsync(id);
        var heard = Channel.CreateUnbounded<MeetingId>();
        using var listening = there.Papers.Hear(meeting => heard.Writer.TryWrite(meeting));
        here.Papers.Ring(id); // before anybody listens: read anew by whoever begins to
        await hears.StartAsync(default);
        Assert.Equal(id, await heard.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        await tells.StartAsync(default);
        Assert.Equal(id, await heard.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));

        there.Papers.Ring(Rooms.NewMeeting());
        await heard.Reader.ReadAsync();
        here.Papers.Ring(Rooms.NewMeeting()); // nobody is in that room over there
        here.Papers.Ring(id);

        Assert.Equal(id, await heard.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        await tells.StopAsync(default);
        await hears.StopAsync(default);
    }

    private static PostgresBell BellOf(Node node, Databases databases) =>
        new(databases.Settings["ConnectionStrings:WitaLive"]!, node.Bell, node.Papers, node.Rooms, TimeProvider.System, NullLogger<PostgresBell>.Instance);
}
