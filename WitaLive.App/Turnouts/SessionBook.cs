using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Turnouts;

/// <summary>Meetings that are over, from their journals. Each journal is read once, and again only when something was added to it, such as a correction.</summary>
public sealed class SessionBook(IDbContextFactory<WitaLiveDb> databases, MeetingJournal journal)
{
    private readonly ConcurrentDictionary<MeetingId, (int Events, Session? Session)> _read = new();

    /// <param name="from">Planned starts from then on.</param>
    /// <param name="before">And before then.</param>
    /// <returns>The earliest first.</returns>
    public async Task<ImmutableArray<Session>> ReadAsync(DateTimeOffset from, DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var over = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.StartsAt >= from && m.StartsAt < before && m.CancelledAt == null && (m.State == MeetingState.Closed || m.State == MeetingState.Adjourned))
            .OrderBy(m => m.StartsAt)
            .Select(m => new { m.Id, Events = db.Set<JournalEntry>().Count(e => e.MeetingId == m.Id) })
            .ToListAsync(ct);
        var sessions = ImmutableArray.CreateBuilder<Session>();
        foreach (var meeting in over)
        {
            if (!_read.TryGetValue(meeting.Id, out var known) || known.Events != meeting.Events)
                _read[meeting.Id] = known = (meeting.Events, await FoldAsync(meeting.Id, ct));
            if (known.Session is { } session)
                sessions.Add(session);
        }
        return sessions.ToImmutable();
    }

    /// <summary>The same with those whose journals are gone, of which nothing but numbers is left: for figures.</summary>
    public async Task<ImmutableArray<Session>> CountAsync(DateTimeOffset from, DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var gone = await db.Set<PlannedMeeting>().IgnoreQueryFilters().Where(m => m.StartsAt >= from && m.StartsAt < before).Join(db.Set<CountedSession>(), m => m.Id, s => s.MeetingId, (m, s) => s).AsNoTracking().ToListAsync(ct);
        var read = await ReadAsync(from, before, ct);
        return gone.Count == 0 ? read : [.. read.Concat(gone.Select(one => one.Read())).OrderBy(session => session.StartsAt)];
    }

    /// <summary>Null while the meeting is not over, or was cancelled.</summary>
    public async Task<Session?> FindAsync(MeetingId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<PlannedMeeting>().AnyAsync(m => m.Id == id && m.CancelledAt == null, ct) ? await FoldAsync(id, ct) : null;
    }

    private async Task<Session?> FoldAsync(MeetingId id, CancellationToken ct)
    {
        var events = new List<MeetingEvent>();
        await foreach (var (_, happened) in journal.EventsAsync(id, 0, ct))
            events.Add(happened);
        return Session.Of(id, events);
    }
}
