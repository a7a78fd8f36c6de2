using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Evocation;

/// <summary>A meeting of others that can be looked into.</summary>
/// <param name="Files">How many files are on its agenda.</param>
/// <param name="Asked">How many of them the reader has asked for.</param>
public sealed record OthersMeeting(MeetingId Id, ChamberOnDay Chamber, DateTimeOffset StartsAt, int Files, int Asked);

/// <summary>Which meetings of others someone may look into, and what waits for a chair's word.</summary>
public sealed class EvocationReading(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    /// <summary>The next one first; null for who has no such right.</summary>
    public async Task<ImmutableArray<OthersMeeting>?> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var (me, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        var today = now.DayInBrussels();
        if (!LookingIn.HasRight(me, await directory.ReadAsync(db, today, ct), rules.On(today)))
            return null;
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery()
            .Where(m => m.ConvenedAt != null && m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now)
            .OrderBy(m => m.StartsAt).ToListAsync(ct);
        var asked = (await db.Set<EvocationRequest>().AsNoTracking().Where(r => r.AskedBy == me).Select(r => r.MeetingId).ToListAsync(ct)).ToLookup(id => id);
        var others = ImmutableArray.CreateBuilder<OthersMeeting>();
        foreach (var meeting in meetings)
        {
            var (chamber, commission, inForce) = await reading.CommissionAsync(db, meeting, ct);
            if (LookingIn.May(me, meeting, MeetingPeople.Of(meeting, chamber, commission, inForce), commission, inForce))
                others.Add(new(meeting.Id, chamber, meeting.StartsAt, meeting.Agenda.Count(l => l is { FileId: not null, ReferredAt: null }), asked[meeting.Id].Count()));
        }
        return others.ToImmutable();
    }

    /// <summary>Meetings over which someone presides and where a request waits.</summary>
    public async Task<ImmutableArray<MeetingId>> WaitingAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var chambers = commission.Chambers.Where(c => c.Chair?.Id == me || c.SubstituteChair?.Id == me).Select(c => c.Id).ToList();
        return
        [
            .. await db.Set<EvocationRequest>().Where(r => r.State == EvocationState.Waiting)
                .Join(db.Set<PlannedMeeting>().Where(m => chambers.Contains(m.ChamberId) && m.CancelledAt == null && m.State != MeetingState.Closed && m.State != MeetingState.Adjourned),
                    r => r.MeetingId, m => m.Id, (_, m) => m.Id)
                .Distinct().ToListAsync(ct),
        ];
    }
}
