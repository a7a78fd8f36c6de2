using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>The meeting on whose agenda a file stands, as whoever is heard about it needs to know it.</summary>
/// <param name="HearingAt">When they are heard; null where no hour is fixed for that.</param>
public sealed record AgendaPlace(DateTimeOffset MeetingAt, DateTimeOffset? HearingAt, string Place)
{
    internal static async Task<AgendaPlace?> OfAsync(WitaLiveDb db, MeetingId? meeting, FileId file, CancellationToken ct) =>
        meeting is not null && await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.Id == meeting)
            .Select(m => new { m.StartsAt, m.Place, m.OnlineAddress, Hour = m.Agenda.Where(line => line.FileId == file).Select(line => line.FixedHour).FirstOrDefault() }).SingleOrDefaultAsync(ct) is { } planned
            ? new(planned.StartsAt, planned.Hour is { } hour ? BrusselsTime.At(planned.StartsAt.DayInBrussels(), hour) : null, HearingMails.PlaceOf(planned.Place, planned.OnlineAddress)) : null;
}
