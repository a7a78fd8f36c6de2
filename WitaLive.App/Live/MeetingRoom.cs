using System.Threading.Channels;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Live;

/// <summary>
/// A running meeting. Commands wait in one queue and are decided one at a time; what they cause is written to the
/// journal before anyone sees it. Commands that wait together are written together. What is refused, or changes nothing,
/// is answered from the journal as it is then: another node may have written what this one has not read yet.
/// </summary>
public sealed class MeetingRoom : IAsyncDisposable
{
    private const int LargestBatch = 500;

    // Without another writer having moved the journal: then something is wrong that trying again does not mend.
    private const int MostTries = 20;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly MeetingJournal _journal;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Task _running;
    private Meeting _meeting;

    public MeetingRoom(MeetingId id, Meeting meeting, MeetingJournal journal, TimeProvider clock, ILogger<MeetingRoom> log)
    {
        (Id, _meeting, _journal, _clock, _log) = (id, meeting, journal, clock, log);
        Feed = new(new(id, meeting));
        // The loop must not carry the language or the rights of whoever came in first.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(RunAsync);
    }

    public MeetingId Id { get; }

    public LiveFeed<MeetingView> Feed { get; }

    public Meeting Meeting => Feed.Latest.Meeting;

    /// <summary>Transactions written so far; one may hold many commands.</summary>
    public int Writes { get; private set; }

    /// <summary>Raised after each write, for the bell between nodes.</summary>
    internal Action<MeetingId>? Moved { get; init; }

    /// <summary>Answers once what the command caused is on disk, or once it is refused.</summary>
    public async Task<Outcome> SendAsync(MeetingCommand command, Actor by, CancellationToken ct = default)
    {
        var waiting = new Waiting(command, by);
        await _queue.Writer.WriteAsync(waiting, ct);
        return await waiting.Answer.Task;
    }

    /// <summary>Another node wrote: reads on from the journal.</summary>
    public async Task CatchUpAsync(CancellationToken ct = default)
    {
        var waiting = new Waiting(null, default);
        await _queue.Writer.WriteAsync(waiting, ct);
        await waiting.Answer.Task;
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);

            try
            {
                if (batch.Exists(waiting => waiting.Command is null))
                    Show(await _journal.ReadAsync(Id, _meeting));
                await CarryOutAsync(batch);
            }
            catch (Exception e)
            {
                Fail(batch, e);
            }
        }
    }

    // What cannot be written together is written in halves: the fault of one command must not take its neighbours' votes along.
    private async Task CarryOutAsync(List<Waiting> batch)
    {
        try
        {
            for (var (tries, version) = (1, _meeting.Version); !await TryCarryOutAsync(batch); version = _meeting.Version)
            {
                tries = _meeting.Version > version ? 1 : tries + 1;
                if (tries > MostTries)
                    throw new InvalidOperationException("A row that follows from the meeting changes faster than it can be written.");
            }
        }
        catch (Exception e) when (e is CannotBeWrittenException or OverruledException && batch.Count > 1)
        {
            await CarryOutAsync(batch[..(batch.Count / 2)]);
            await CarryOutAsync(batch[(batch.Count / 2)..]);
        }
        catch (OverruledException e)
        {
            batch[0].Answer.TrySetResult(e.Why);
        }
        catch (CannotBeWrittenException e)
        {
            Fail(batch, e);
        }
    }

    private void Fail(List<Waiting> batch, Exception e)
    {
        _log.LogError(e, "Meeting {Meeting}: {Count} commands could not be recorded.", Id.Value, batch.Count);
        batch.ForEach(waiting => waiting.Answer.TrySetException(new NotRecordedException(e)));
    }

    // False when another writer was first: the room has then caught up, and the batch is to be decided anew.
    private async Task<bool> TryCarryOutAsync(List<Waiting> batch)
    {
        var (before, after, events, now) = (_meeting, _meeting, new List<MeetingEvent>(), _clock.GetUtcNow());
        foreach (var waiting in batch)
        {
            try
            {
                waiting.Outcome = waiting.Command is null ? ImmutableArray<MeetingEvent>.Empty : after.Decide(waiting.Command, waiting.By, now);
                if (waiting.Outcome is Outcome.Ok(var happened))
                {
                    after = happened.Aggregate(after, (meeting, e) => meeting.Apply(e));
                    events.AddRange(happened);
                }
            }
            catch (Exception e)
            {
                // A fault of ours in one command must not take its neighbours' votes along.
                _log.LogError(e, "Meeting {Meeting}: {Command} failed.", Id.Value, waiting.Command!.GetType().Name);
                waiting.Answer.TrySetException(e);
            }
        }

        if (events.Count > 0)
        {
            try
            {
                await _journal.AppendAsync(Id, before.Version, after, events);
            }
            catch (JournalMovedOnException)
            {
                Show(await _journal.ReadAsync(Id, before));
                return false;
            }
            Writes++;
            Show(after);
            Moved?.Invoke(Id);
        }
        else if (batch.Exists(waiting => waiting.Command is not null) && await _journal.HasMovedOnAsync(Id, before.Version))
        {
            Show(await _journal.ReadAsync(Id, before));
            return false;
        }
        batch.ForEach(waiting => waiting.Answer.TrySetResult(waiting.Outcome!));
        return true;
    }

    private void Show(Meeting meeting)
    {
        if (ReferenceEquals(meeting, _meeting))
            return;
        _meeting = meeting;
        Feed.Publish(new(Id, meeting, Feed.Latest));
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
    }

    private sealed record Waiting(MeetingCommand? Command, Actor By)
    {
        public Outcome? Outcome { get; set; }

        public TaskCompletionSource<Outcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The journal could not be written. Nothing happened; the same command may be sent again.</summary>
public sealed class NotRecordedException(Exception inner) : Exception("The command could not be recorded.", inner);
