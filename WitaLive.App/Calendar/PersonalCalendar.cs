using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Calendars;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>Writes one person's calendar: their meetings and the provisional dates of their chambers; all of them for the secretariat and its jurists.</summary>
public sealed class PersonalCalendar(
    IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, MeetingEvents events, TimeProvider clock, IStringLocalizer<CalendarTexts> texts)
{
    /// <summary>How long a program may wait before it looks again.</summary>
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromHours(1);

    // What is longer past stays in the programs that have it, or is found in the app.
    private const int MonthsBack = 6;

    /// <returns>The file in the language of the person; null for someone who may no longer come in.</returns>
    public async Task<byte[]?> WriteAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, ct) is not { IsActive: true } owner)
            return null;

        var since = now.AddMonths(-MonthsBack);
        var commission = await directory.ReadAsync(db, now.DayInBrussels(), ct);
        var seesAll = commission.Secretariat.Concat(commission.Jurists).Any(p => p.Id == person);
        var partIn = await OwnPart.ReadAsync(db, owner, seesAll, ct);
        var places = await OwnPlaces.ReadAsync(db, person, ct);
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery().Where(m => m.StartsAt >= since).OrderBy(m => m.StartsAt).ToListAsync(ct);
        var dates = await db.Set<ProvisionalDate>().AsNoTracking().Where(d => d.StartsAt >= since && d.PlannedAt == null).OrderBy(d => d.StartsAt).ToListAsync(ct);
        return ReceiverLanguage.Run(owner.Language, () => CalendarFile.Feed(texts["FeedName"], s_lookAgain,
        [
            .. from meeting in meetings
               let chamber = commission.Chamber(meeting.ChamberId)!
               where seesAll || places.IsAt(meeting.StartsAt.DayInBrussels(), chamber, [.. meeting.Seats.Select(s => s.SeatId)], rules)
               select events.Of(meeting, chamber, partIn(meeting), now),
            .. from date in dates
               let chamber = commission.Chamber(date.ChamberId)!
               where seesAll || places.IsAt(date.StartsAt.DayInBrussels(), chamber, [], rules)
               select events.Of(date, chamber, now),
        ]));
    }
}
