using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Live;

/// <summary>The next sequence number was taken by another writer.</summary>
public sealed class JournalMovedOnException(Exception inner) : Exception("Another writer appended first.", inner);

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
    public async IAsyncEnumerable<(int Sequence, MeetingEvent Happened)> EventsAsync(
        MeetingId meeting, int from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.MeetingId == meeting && e.Sequence >= from)
            .OrderBy(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Payload })
            .AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
            yield return (entry.Sequence, JsonSerializer.Deserialize<MeetingEvent>(entry.Payload)!);
    }

    /// <exception cref="JournalMovedOnException">Another writer was first; nothing was written.</exception>
    public async Task AppendAsync(MeetingId meeting, int sequence, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct = default)
    {
        if (events.Count == 0)
            return;

        await using var db = await databases.CreateDbContextAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = clock.GetUtcNow();
        db.Set<JournalEntry>().AddRange(events.Select((happened, i) => new JournalEntry
        {
            MeetingId = meeting,
            Sequence = sequence + i,
            RecordedAt = now,
            Payload = JsonSerializer.Serialize(happened),
        }));
        foreach (var follower in _followers)
            await follower.FollowAsync(db, meeting, after, events, ct);
        db.ChangeTracker.DetectChanges();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new JournalMovedOnException(e); // a row that follows was changed meanwhile: nothing was written, and it is decided anew
        }
        catch (DbUpdateException e)
        {
            if (await IsTakenAsync(meeting, sequence, ct))
                throw new JournalMovedOnException(e);
            throw;
        }
    }

    private async Task<bool> IsTakenAsync(MeetingId meeting, int sequence, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<JournalEntry>().AnyAsync(e => e.MeetingId == meeting && e.Sequence == sequence, ct);
    }
}
