using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Live;

/// <summary>The next sequence number was taken by another writer.</summary>
public sealed class JournalMovedOnException(Exception inner) : Exception("Another writer appended first.", inner);

/// <summary>The database answers, but would not take these rows.</summary>
public sealed class CannotBeWrittenException(Exception inner) : Exception("The events could not be written.", inner);

/// <summary>Reads and appends meeting events. The key (meeting, sequence) lets one writer win and tells the others.</summary>
public sealed class MeetingJournal(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock, IEnumerable<IFollowEvents> followers)
{
    private readonly ImmutableArray<IFollowEvents> _followers = [.. followers];

    public async Task<Meeting> ReadAsync(MeetingId meeting, Meeting known, CancellationToken ct = default)
    {
        await foreach (var (_, happened) in EventsAsync(meeting, known.Version, ct))
            known = known.Apply(happened);
        return known;
    }

    /// <summary>The events of a meeting with their sequence numbers, in order.</summary>
    /// <param name="from">The first sequence number wanted, from 0.</param>
    public IAsyncEnumerable<(int Sequence, MeetingEvent Happened)> EventsAsync(MeetingId meeting, int from, CancellationToken ct = default) => ReadAsync(meeting, from, null, ct);

    /// <summary>All events of a meeting, with their seals looked at on the way.</summary>
    public IAsyncEnumerable<(int Sequence, MeetingEvent Happened)> EventsAsync(MeetingId meeting, JournalSeal.Reading seals, CancellationToken ct = default) => ReadAsync(meeting, 0, seals, ct);

    /// <summary>Whether there are events after those that <paramref name="version"/> counts: one look at the key.</summary>
    public Task<bool> HasMovedOnAsync(MeetingId meeting, int version, CancellationToken ct = default) => IsTakenAsync(meeting, version, ct);

    /// <exception cref="JournalMovedOnException">Another writer was first, here or in a row that follows; nothing was written.</exception>
    /// <exception cref="CannotBeWrittenException">The database answers but would not take these events: one of them may be the fault.</exception>
    /// <exception cref="OverruledException">A row that should follow says no to one of them.</exception>
    public async Task AppendAsync(MeetingId meeting, int sequence, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct = default)
    {
        if (events.Count == 0)
            return;

        try
        {
            await WriteAsync(meeting, sequence, after, events, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OverruledException)
        {
            if (e is DbUpdateConcurrencyException || await IsTakenAsync(meeting, sequence, ct))
                throw new JournalMovedOnException(e);
            throw new CannotBeWrittenException(e);
        }
    }

    private async IAsyncEnumerable<(int Sequence, MeetingEvent Happened)> ReadAsync(
        MeetingId meeting, int from, JournalSeal.Reading? seals, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.MeetingId == meeting && e.Sequence >= from)
            .OrderBy(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Payload, e.Seal })
            .AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            seals?.Add(entry.Sequence, entry.Payload, entry.Seal);
            yield return (entry.Sequence, JsonSerializer.Deserialize<MeetingEvent>(entry.Payload)!);
        }
    }

    private async Task WriteAsync(MeetingId meeting, int sequence, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = clock.GetUtcNow();
        var seal = await db.Set<JournalEntry>().Where(e => e.MeetingId == meeting && e.Sequence == sequence - 1).Select(e => e.Seal).SingleOrDefaultAsync(ct);
        foreach (var (i, happened) in events.Index())
        {
            var payload = JsonSerializer.Serialize(happened);
            seal = JournalSeal.Of(seal, meeting, sequence + i, payload);
            db.Add(new JournalEntry { MeetingId = meeting, Sequence = sequence + i, RecordedAt = now, Payload = payload, Seal = seal });
        }
        foreach (var follower in _followers)
            await follower.FollowAsync(db, meeting, after, events, ct);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> IsTakenAsync(MeetingId meeting, int sequence, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<JournalEntry>().AnyAsync(e => e.MeetingId == meeting && e.Sequence == sequence, ct);
    }
}
