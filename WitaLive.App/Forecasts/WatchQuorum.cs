using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.App.Forecasts;

/// <summary>Alarms the planner and the duos concerned when the quorum of a meeting comes into danger while somebody can still be called; once for each danger.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: the mails and the note of what they were about are one transaction, and of two runs
/// at once the second finds that note changed. A danger that has passed is forgotten without a mail; when it comes back, it is one anew.
/// </remarks>
public sealed class WatchQuorum(IDbContextFactory<WitaLiveDb> databases, Forecasting forecasts, QuorumAlarms alarms, JobBell bell, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await Each.InTurnAsync(await forecasts.Ahead(db).OrderBy(m => m.StartsAt).Select(m => m.Id).ToListAsync(ct), meeting => WatchAsync(meeting, ct));
    }

    private async Task WatchAsync(MeetingId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await forecasts.Ahead(db).AsTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return;
        var forecast = await forecasts.OfAsync(db, meeting, ct);
        var (told, dangers) = (meeting.QuorumAlarm.Split(',', StringSplitOptions.RemoveEmptyEntries), forecast.Dangers);
        if (string.Join(',', dangers) is var now && now == meeting.QuorumAlarm)
            return;

        meeting.QuorumAlarm = now;
        if (dangers.Except(told).ToList() is { Count: > 0 } fresh)
            await alarms.WriteAsync(db, meeting, forecast, fresh, clock.GetUtcNow(), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return; // another run alarmed, or the plan was changed meanwhile: the next run sees what is there then
        }
        bell.Ring<SendDueMail>();
    }
}
