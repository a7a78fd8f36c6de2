using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Convening;

/// <summary>After a mandate ended, was given or was suspended: who sits in a convened meeting now is convened, who does not any more is told so.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: mails and what says whom they were for are one transaction of each meeting, and who
/// was told once is not concerned again. Of two runs at once the second finds the meeting's revision moved on and writes nothing.
/// </remarks>
public sealed class RecomposeMeetings(
    IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, ConvocationWriting writing, RoomDoor door, JobBell bell, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct) => await Each.InTurnAsync(await AheadAsync(ct), meeting => TellAsync(meeting, ct));

    private async Task<List<MeetingId>> AheadAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Ahead(db).OrderBy(m => m.StartsAt).Select(m => m.Id).ToListAsync(ct);
    }

    private IQueryable<PlannedMeeting> Ahead(WitaLiveDb db)
    {
        var now = clock.GetUtcNow();
        return db.Set<PlannedMeeting>().Where(m => m.ConvenedAt != null && m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now);
    }

    private async Task TellAsync(MeetingId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await Ahead(db).Include(m => m.Agenda).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return;
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        var recomposed = await Recomposition.OfAsync(db, meeting, people, ct);
        if (recomposed.ChangesNothing)
            return;
        meeting.Touch();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.SaveChangesAsync(ct); // first, so that of two runs at once the second writes no letter
            await recomposed.TellAsync(db, await writing.ForAsync(db, meeting, (chamber, people), ct), writing.Proxies, clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // the secretariat or another run was first: the next run sees what is there now
        }
        bell.Ring<SendDueMail>();
        await door.RefreshAsync(id, ct);
    }
}
