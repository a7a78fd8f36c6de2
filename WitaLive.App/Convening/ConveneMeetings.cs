using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Convening;

/// <summary>Convenes every meeting whose time for it has come: one mail to each of those invited.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: all mails of a meeting, what says whom they were for, and that the meeting
/// is convened are one transaction. Before it nothing has happened; after it the meeting is no longer due. Of two runs at once the
/// second finds the meeting's revision moved on (and behind that the key of the convocations taken) and writes nothing.
/// </remarks>
public sealed class ConveneMeetings(
    IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, ConvocationWriting writing, RoomDoor door, JobBell bell, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct) => await Each.InTurnAsync(await DueAsync(ct), meeting => ConveneAsync(meeting, ct));

    private async Task<List<MeetingId>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Due(db, now).OrderBy(m => m.ConveneAt).Select(m => m.Id).ToListAsync(ct);
    }

    private static IQueryable<PlannedMeeting> Due(WitaLiveDb db, DateTimeOffset now) => db.Set<PlannedMeeting>()
        .Where(m => m.ConveneAt != null && m.ConveneAt <= now && m.ConvenedAt == null && m.CancelledAt == null && m.State == MeetingState.Planned);

    private async Task ConveneAsync(MeetingId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await Due(db, now).Include(m => m.Agenda).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return;

        var (chamber, people, rules) = await reading.AroundAsync(db, meeting, ct);
        ComposedConvocations? composed = null;
        if (NoticeStatus.Of(rules, now, meeting.StartsAt).WhyNot(approved: meeting.ShortNoticeApprovedBy is not null) is null)
        {
            var rows = await writing.ForAsync(db, meeting, (chamber, people), ct);
            meeting.ConvenedAt = now;
            composed = rows.Compose(ConvocationRows.ConvenedFirst(people), now);
        }
        else
        {
            // The order was in time, the run is not: no server ran in between. The secretariat decides anew.
            (meeting.ConveneAt, meeting.ConveneMissedAt) = (null, now);
        }
        meeting.Touch();

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.SaveChangesAsync(ct); // first, so that of two runs at once the second writes no letter
            if (composed is not null)
                await composed.WriteAsync(db, ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // another run convened it, or the secretariat changed the plan: the next run sees what is there now
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            if (await IsDueAsync(id, now, ct))
                throw;
            return;
        }
        bell.Ring<SendDueMail>();
        await door.RefreshAsync(id, ct);
    }

    private async Task<bool> IsDueAsync(MeetingId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Due(db, now).AnyAsync(m => m.Id == id, ct);
    }
}
