using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Conflicts;

/// <summary>A possible conflict as its member, or the secretariat, sees it.</summary>
/// <param name="IsOpen">It can still be answered.</param>
public sealed record ConflictLine(PossibleConflict Conflict, AgendaLine Line, ChamberOnDay Chamber, DateTimeOffset StartsAt, string Member, bool IsOpen);

/// <summary>Shows members what items may concern them and takes their word on it; shows the secretariat what became of it.</summary>
public sealed class ConflictDesk(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, FindConflicts consequences, TimeProvider clock)
{
    /// <summary>One's own, of meetings ahead; those first that wait for an answer.</summary>
    public async Task<ImmutableArray<ConflictLine>> OwnAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await LinesAsync(db, db.Set<PossibleConflict>().Where(c => c.PersonId == me), ct);
    }

    /// <summary>Those of one meeting, for the secretariat.</summary>
    public async Task<ImmutableArray<ConflictLine>> OfMeetingAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await LinesAsync(db, db.Set<PossibleConflict>().Where(c => c.MeetingId == meeting), ct);
    }

    /// <summary>Confirmed, the member does not take part in the item, and the other one of the duo is convened for it.</summary>
    public async Task<Refusal?> AnswerAsync(ClaimsPrincipal who, MeetingId meeting, ItemId item, bool confirmed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var (me, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            var conflict = await db.Set<PossibleConflict>().SingleOrDefaultAsync(c => c.MeetingId == meeting && c.ItemId == item && c.PersonId == me, ct);
            var isAhead = await db.Set<PlannedMeeting>().AnyAsync(m => m.Id == meeting && m.CancelledAt == null && m.State == MeetingState.Planned, ct);
            if (conflict is not { State: ConflictState.Proposed } || !isAhead)
                return new ConflictAnswered();
            conflict.Answer(confirmed, now);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new ConflictAnswered();
            }
        }
        if (confirmed)
            await consequences.CarryOutAsync(meeting, now, ct); // what fails here the next run does
        return null;
    }

    private async Task<ImmutableArray<ConflictLine>> LinesAsync(WitaLiveDb db, IQueryable<PossibleConflict> wanted, CancellationToken ct)
    {
        var conflicts = await wanted.AsNoTracking().ToListAsync(ct);
        if (conflicts.Count == 0)
            return [];
        var ids = conflicts.Select(c => c.MeetingId).Distinct().ToList();
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery()
            .Where(m => ids.Contains(m.Id) && m.CancelledAt == null && m.State != MeetingState.Closed && m.State != MeetingState.Adjourned).ToDictionaryAsync(m => m.Id, ct);
        var members = conflicts.Select(c => c.PersonId).ToHashSet();
        var names = await db.Persons.AsNoTracking().Where(p => members.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        return
        [
            .. from conflict in conflicts
               let meeting = meetings.GetValueOrDefault(conflict.MeetingId)
               let line = meeting?.Agenda.FirstOrDefault(l => l.Id == conflict.ItemId)
               where line is not null
               orderby conflict.State is not ConflictState.Proposed, meeting.StartsAt, line.Position
               select new ConflictLine(
                   conflict, line, commission.Chamber(meeting.ChamberId)!, meeting.StartsAt, names[conflict.PersonId],
                   conflict.State is ConflictState.Proposed && meeting.State is MeetingState.Planned),
        ];
    }
}

/// <summary>It was answered, the meeting has begun, or the item is no longer on its agenda.</summary>
public sealed record ConflictAnswered : Refusal;
