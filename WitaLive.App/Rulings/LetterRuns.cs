using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>The letters of a meeting that are going out, for whoever looks on.</summary>
/// <param name="stop">Before the next letter.</param>
public sealed class LetterRun(Action stop) : IProgress<int>
{
    private TaskCompletionSource _moved = New();
    private volatile int _percent;

    public int Percent => _percent;

    /// <summary>Ends with the next letter. Taken before <see cref="Percent"/> is read, none is missed.</summary>
    public Task Moved => Volatile.Read(ref _moved).Task;

    /// <summary>Ends with the last letter, or as cancelled when it was stopped.</summary>
    public required Task<LettersSent> Done { get; init; }

    public void Stop() => stop();

    void IProgress<int>.Report(int value)
    {
        _percent = value;
        Interlocked.Exchange(ref _moved, New()).SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Sends the letters of a meeting on the server, whoever looks on: leaving the page, or losing it, stops nothing.</summary>
/// <remarks>Known on the instance on which it was started. When that ends, so does the sending: what went out is not sent again, and the rest is sent when somebody asks for it once more.</remarks>
public sealed class LetterRuns(RulingLetters letters, ILogger<LetterRuns> log)
{
    private readonly Dictionary<MeetingId, LetterRun> _running = [];
    private readonly Lock _gate = new();

    /// <summary>Null when none are going out.</summary>
    public LetterRun? Of(ClaimsPrincipal who, MeetingId meeting)
    {
        Policies.Demand(who, Policies.Secretariat);
        lock (_gate)
            return _running.GetValueOrDefault(meeting);
    }

    /// <summary>Starts to send them; somebody else's sending that is under way is the same.</summary>
    public LetterRun Start(ClaimsPrincipal who, MeetingId meeting)
    {
        Policies.Demand(who, Policies.Secretariat);
        lock (_gate)
        {
            if (_running.GetValueOrDefault(meeting) is { } under)
                return under;
            var stopped = new CancellationTokenSource();
            var begun = new TaskCompletionSource<LetterRun>(TaskCreationOptions.RunContinuationsAsynchronously);
            // Printing is hard work: on a thread of its own the screen stays alive and «Stop» is heard.
            var run = new LetterRun(stopped.Cancel) { Done = Task.Run(async () => await SendAsync(who, meeting, await begun.Task, stopped.Token)) };
            _running.Add(meeting, run);
            begun.SetResult(run);
            return run;
        }
    }

    private async Task<LettersSent> SendAsync(ClaimsPrincipal who, MeetingId meeting, LetterRun run, CancellationToken stopped)
    {
        try
        {
            return await letters.SendAsync(who, meeting, run, stopped);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The letters of meeting {Meeting} did not all go out.", meeting.Value); // nobody may be looking on
            throw;
        }
        finally
        {
            lock (_gate)
                _running.Remove(meeting);
        }
    }
}
