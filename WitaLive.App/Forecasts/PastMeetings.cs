using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Forecasts;

/// <summary>Which duos were there in the past meetings of a chamber, as their journals tell it.</summary>
/// <remarks>A meeting that is over is read once and kept: a hundred bytes a seat. What is corrected in it afterwards are hours, which this does not look at.</remarks>
public sealed class PastMeetings(MeetingJournal journal)
{
    private readonly ConcurrentDictionary<MeetingId, ImmutableArray<(PlannedSeat Seat, bool Came)>> _known = new();

    /// <summary>By meeting ahead and seat, for duos that held it then and hold it now. One query, and one for each meeting that was not read before.</summary>
    /// <param name="ahead">Each with the seats it has, and how many meetings before it are looked at, the last ones.</param>
    public async Task<Dictionary<MeetingId, Dictionary<SeatId, PastAttendance>>> OfAsync(
        WitaLiveDb db, IReadOnlyCollection<(PlannedMeeting Meeting, ImmutableArray<PlannedSeat> Seats, int Past)> ahead, CancellationToken ct)
    {
        if (ahead.Count == 0)
            return [];
        var (chambers, before) = (ahead.Select(a => a.Meeting.ChamberId).Distinct().ToList(), ahead.Max(a => a.Meeting.StartsAt));
        var over = (await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => chambers.Contains(m.ChamberId) && m.StartsAt < before && (m.State == MeetingState.Closed || m.State == MeetingState.Adjourned))
            .OrderByDescending(m => m.StartsAt).Select(m => new { m.Id, m.ChamberId, m.StartsAt }).ToListAsync(ct)).ToLookup(m => m.ChamberId);
        var found = new Dictionary<MeetingId, Dictionary<SeatId, PastAttendance>>();
        foreach (var (meeting, seats, most) in ahead)
        {
            var past = new List<(PlannedSeat Seat, bool Came)>();
            foreach (var one in over[meeting.ChamberId].Where(m => m.StartsAt < meeting.StartsAt).Take(most))
                past.AddRange(await SeatsAsync(one.Id, ct));
            found[meeting.Id] = seats
                .Select(seat => (seat.Id, Mine: past.Where(p => p.Seat.Id == seat.Id && (p.Seat.Effective, p.Seat.Substitute) == (seat.Effective, seat.Substitute)).ToList()))
                .Where(seat => seat.Mine.Count > 0)
                .ToDictionary(seat => seat.Id, seat => new PastAttendance(seat.Mine.Count(p => p.Came), seat.Mine.Count));
        }
        return found;
    }

    private async Task<ImmutableArray<(PlannedSeat Seat, bool Came)>> SeatsAsync(MeetingId id, CancellationToken ct)
    {
        if (_known.TryGetValue(id, out var known))
            return known;
        var meeting = await journal.ReadAsync(id, new Meeting(), ct);
        return _known[id] = meeting.Plan is not { } plan ? [] :
            [.. plan.Seats.Select(seat => (seat, meeting.Attendances.ContainsKey(seat.Effective) || (seat.Substitute is { } substitute && meeting.Attendances.ContainsKey(substitute))))];
    }
}
