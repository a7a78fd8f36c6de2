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
/// <param name="IsConvened">Whoever is to take part in its place is convened at once, not with the meeting.</param>
/// <param name="MayLift">It was confirmed, and can still be taken back.</param>
/// <param name="LiftedBy">The name of who took it back; null while nobody did.</param>
public sealed record ConflictLine(
    PossibleConflict Conflict, AgendaLine Line, ChamberOnDay Chamber, DateTimeOffset StartsAt, string Member, bool IsOpen, bool IsConvened, bool MayLift, string? LiftedBy);

/// <summary>Shows members what items may concern them, who presides what they said of it, and the secretariat what became of it.</summary>
public sealed class ConflictDesk(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, MeetingReading reading, TimeProvider clock)
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

    /// <summary>Those that members confirmed, in meetings ahead that one may preside over; one's own are not among them.</summary>
    public async Task<ImmutableArray<ConflictLine>> PresidedAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var (me, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        var wanted = db.Set<PossibleConflict>().Where(c => c.PersonId != me && (c.State == ConflictState.Confirmed || c.LiftedBy == me));
        var ahead = await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery()
            .Where(m => m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now && wanted.Any(c => c.MeetingId == m.Id)).ToListAsync(ct);
        var presided = new List<MeetingId>();
        foreach (var meeting in ahead)
        {
            var (_, people, _) = await reading.AroundAsync(db, meeting, ct);
            if (RecusalDesk.Presides(people, me))
                presided.Add(meeting.Id);
        }
        return presided.Count == 0 ? [] : await LinesAsync(db, wanted.Where(c => presided.Contains(c.MeetingId)), ct);
    }

    private async Task<ImmutableArray<ConflictLine>> LinesAsync(WitaLiveDb db, IQueryable<PossibleConflict> wanted, CancellationToken ct)
    {
        var conflicts = await wanted.AsNoTracking().ToListAsync(ct);
        if (conflicts.Count == 0)
            return [];
        var ids = conflicts.Select(c => c.MeetingId).Distinct().ToList();
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery()
            .Where(m => ids.Contains(m.Id) && m.CancelledAt == null && m.State != MeetingState.Closed && m.State != MeetingState.Adjourned).ToDictionaryAsync(m => m.Id, ct);
        var members = conflicts.Select(c => c.PersonId).Concat(conflicts.Select(c => c.LiftedBy).OfType<PersonId>()).ToHashSet();
        var names = await db.Persons.AsNoTracking().Where(p => members.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        return
        [
            .. from conflict in conflicts
               let meeting = meetings.GetValueOrDefault(conflict.MeetingId)
               let line = meeting?.Agenda.FirstOrDefault(l => l.Id == conflict.ItemId)
               where line is { ReferredAt: null } // what another chamber deals with concerns nobody here
               orderby conflict.State is not ConflictState.Proposed, meeting.StartsAt, line.Position
               select new ConflictLine(
                   conflict, line, commission.Chamber(meeting.ChamberId)!, meeting.StartsAt, names[conflict.PersonId],
                   conflict.State is ConflictState.Proposed && meeting.State is MeetingState.Planned,
                   meeting.ConvenedAt is not null,
                   conflict.State is ConflictState.Confirmed && meeting.State is MeetingState.Planned,
                   conflict.LiftedBy is { } lifter ? names.GetValueOrDefault(lifter) : null),
        ];
    }
}
