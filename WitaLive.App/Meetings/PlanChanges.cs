using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Conflicts;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>The one way to change a meeting's plan: for the secretariat, before the meeting begins, whoever else is writing, and the room hears of it.</summary>
public sealed class PlanChanges(IDbContextFactory<WitaLiveDb> databases, AgendaSteps steps, IEnumerable<IFollowAgenda> followers, RoomDoor door, JobBell bell)
{
    /// <param name="change">Changes the meeting and the rows that go with it, or refuses. Called anew from the start when another writer was first.</param>
    /// <param name="untilItIsOver">Also while the meeting sits.</param>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> ChangeAsync(
        ClaimsPrincipal who, MeetingId id, Func<WitaLiveDb, PlannedMeeting, Task<Refusal?>> change, CancellationToken ct, bool untilItIsOver = false)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (await Anew.UntilWrittenAsync(() => TryAsync(id, change, untilItIsOver, ct), ct) is { } why)
            return why;
        await door.RefreshAsync(id, ct);
        bell.Ring<FindConflicts>(); // whoever an item of the new agenda concerns is asked before it goes out
        return null;
    }

    private async Task<Refusal?> TryAsync(MeetingId id, Func<WitaLiveDb, PlannedMeeting, Task<Refusal?>> change, bool untilItIsOver, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var meeting = await db.Set<PlannedMeeting>().Include(m => m.Agenda).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct);
        Refusal? why = meeting switch
        {
            null => new NoSuchMeeting(),
            { CancelledAt: not null } => new MeetingIsCancelled(),
            { State: MeetingState.Planned } => null,
            { State: MeetingState.Open or MeetingState.Suspended } when untilItIsOver => null,
            _ => new PlanIsSettled(),
        };
        if ((why ?? await change(db, meeting!)) is { } refused)
            return refused;

        meeting!.Touch(); // whatever was changed, another writer who read before has to look again
        await steps.FollowAsync(db, meeting, ct);
        foreach (var follower in followers)
            await follower.FollowAsync(db, meeting, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
