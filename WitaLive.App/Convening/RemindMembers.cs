using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Convening;

/// <summary>Reminds those who were convened and have not answered, on the days the rules name (data/rules/notice.json).</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: the mails of a meeting and the rows that say who was reminded are one
/// transaction, and the key of those rows lets each reminder be written once. When no server ran on the day of one, the later one takes its place.
/// </remarks>
public sealed class RemindMembers(
    IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, ConvocationWriting writing, JobBell bell, TimeProvider clock) : ISweep
{
    // Nobody wants a reminder at night.
    private static readonly TimeOnly s_from = new(8, 0);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var ahead = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.ConvenedAt != null && m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now)
            .OrderBy(m => m.StartsAt).Select(m => m.Id).ToListAsync(ct);
        await Each.InTurnAsync(ahead, meeting => RemindAsync(meeting, now, ct));
    }

    private async Task RemindAsync(MeetingId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var meeting = await db.Set<PlannedMeeting>().Include(m => m.Agenda).AsSplitQuery().SingleAsync(m => m.Id == id, ct);
        var (chamber, people, rules) = await reading.AroundAsync(db, meeting, ct);
        if (DueOn(rules.Notice, meeting.StartsAt, now) is not var (before, since) || (meeting.MovedAt ?? meeting.ConvenedAt) >= since)
            return;

        var silent = await SilentAsync(db, id, before, since, ct);
        var rows = silent.Count == 0 ? null : await writing.ForAsync(db, meeting, (chamber, people), ct);
        foreach (var person in people.Invited.Select(i => i.Person).Where(p => silent.Contains(p.Id) && ConvocationRows.IsReachable(p)))
            rows!.Add(new() { MeetingId = id, PersonId = person.Id, Kind = ConvocationKind.Reminder, Number = before, CreatedAt = now }, person, LetterKind.Reminder);
        if (!db.ChangeTracker.HasChanges())
            return;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return; // another run wrote them; if it was something else, the next run finds them still to do
        }
        bell.Ring<SendDueMail>();
    }

    // The reminder whose day has come last; null before the first one.
    private static (int Before, DateTimeOffset Since)? DueOn(Notice notice, DateTimeOffset startsAt, DateTimeOffset now)
    {
        foreach (var before in notice.ReminderWorkingDays.Order())
            if (BrusselsTime.At(notice.WorkingDayBefore(startsAt.DayInBrussels(), before), s_from) is var since && since <= now)
                return (before, since);
        return null;
    }

    // Convened before the reminder's time, and neither answered nor reminded by this reminder or a later one.
    private static async Task<HashSet<PersonId>> SilentAsync(WitaLiveDb db, MeetingId id, int before, DateTimeOffset since, CancellationToken ct)
    {
        var told = await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync(ct);
        var answers = await GivenAnswer.NowAsync(db, id, ct);
        var convened = Convocation.Convened(told);
        return
        [
            .. told.Where(c => c.Kind is ConvocationKind.Invitation && c.CreatedAt < since && convened.Contains(c.PersonId))
                .Select(c => c.PersonId)
                .Where(person => !answers.ContainsKey(person) && !told.Any(c => c.PersonId == person && c.Kind is ConvocationKind.Reminder && c.Number <= before)),
        ];
    }
}
