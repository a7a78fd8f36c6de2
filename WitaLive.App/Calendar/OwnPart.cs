using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Calendars;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Calendar;

/// <summary>How a meeting stands for one person.</summary>
/// <param name="IsCalled">They were convened and not released since.</param>
/// <param name="Comes">What they answered; null while they have not.</param>
public sealed record OwnPart(CalendarPerson Person, bool IsCalled, bool? Comes)
{
    /// <summary>For whichever meeting is asked about, with one look at each table.</summary>
    /// <param name="seesAll">Convened by no row of their own: each meeting stands for them as for the Commission.</param>
    internal static async Task<Func<PlannedMeeting, OwnPart>> ReadAsync(WitaLiveDb db, Person person, bool seesAll, CancellationToken ct)
    {
        var me = new CalendarPerson(person.FullName, person.Email);
        var told = (await db.Set<Convocation>().AsNoTracking().Where(c => c.PersonId == person.Id).ToListAsync(ct)).ToLookup(c => c.MeetingId);
        var answers = (await GivenAnswer.Holding(db).Where(a => a.PersonId == person.Id).ToListAsync(ct))
            .GroupBy(a => a.MeetingId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Number)!.Kind.Comes());
        return meeting => new(
            me,
            meeting.ConvenedAt is not null && (Convocation.Convened([.. told[meeting.Id]]).Contains(person.Id) || (seesAll && !told.Contains(meeting.Id))),
            answers.TryGetValue(meeting.Id, out var comes) ? comes : null);
    }
}
