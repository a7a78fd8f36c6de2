using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using WitaLive.App.Meetings;

namespace WitaLive.App.Display;

/// <summary>The big screen's line: any SignalR client that has a key may follow a meeting. It only shows; nothing can be done here.</summary>
public sealed class DisplayHub(DisplayKeys keys, RoomDoor door, DisplaySnapshots snapshots, TimeProvider clock) : Hub
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(5);

    // A screen follows one meeting; each following looks into the database now and then.
    private const int FollowedAtOnce = 4;

    /// <summary>The state of now, then the newest one whenever it changes, at most ten times a second.</summary>
    /// <param name="key">As created on the meeting's page.</param>
    /// <exception cref="HubException">The key opens nothing, or no longer; or this line follows too much already.</exception>
    public async IAsyncEnumerable<DisplaySnapshot> Watch(string key, [EnumeratorCancellation] CancellationToken ct)
    {
        using var followed = Followed();
        var room = await keys.MeetingOfAsync(key, ct) is { } meeting ? await door.EnterAsync(meeting, ct) : null;
        if (room is null)
            throw new HubException("unknownKey");

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, keys.Revoked(key), Context.ConnectionAborted);
        var states = room.Feed.WatchAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        Task<bool>? next = null;
        long? looked = null;
        try
        {
            while (true)
            {
                next ??= states.MoveNextAsync().AsTask();
                var isReady = await IsReadyAsync(next, ending.Token);
                // Another node may have taken the key back, however much happens here; and this one may have while we came in.
                if (!isReady || looked is not { } at || clock.GetElapsedTime(at) >= s_look)
                {
                    if (await keys.MeetingOfAsync(key, ct) is null)
                        throw new HubException("unknownKey");
                    looked = clock.GetTimestamp();
                }
                if (!isReady)
                    continue;
                next = null;
                yield return snapshots.Of(room.Feed.Latest);
                await Task.Delay(s_shortest, clock, ending.Token);
            }
        }
        finally
        {
            await ending.CancelAsync();
            if (next is not null)
                await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await states.DisposeAsync();
        }
    }

    private Following Followed()
    {
        Following line;
        lock (Context.Items)
        {
            if (!Context.Items.TryGetValue(typeof(Following), out var known))
                Context.Items[typeof(Following)] = known = new Following();
            line = (Following)known!;
        }
        return line.TryBegin() ? line : throw new HubException("tooMany");
    }

    /// <summary>What one line follows at the moment.</summary>
    private sealed class Following : IDisposable
    {
        private int _count;

        public bool TryBegin()
        {
            if (Interlocked.Increment(ref _count) <= FollowedAtOnce)
                return true;
            Dispose();
            return false;
        }

        public void Dispose() => Interlocked.Decrement(ref _count);
    }

    private async Task<bool> IsReadyAsync(Task<bool> next, CancellationToken ct)
    {
        try
        {
            return await next.WaitAsync(s_look, clock, ct);
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!Context.ConnectionAborted.IsCancellationRequested)
        {
            throw new HubException("unknownKey");
        }
    }
}
