using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Start;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Tells the secretariat which meetings have decisions to write or to read over, and whoever signs which have some to sign.</summary>
internal sealed class RulingTask(IDbContextFactory<WitaLiveDb> databases, RulingSigning signing, IStringLocalizer<RulingTexts> texts) : IStartTask
{
    private const int Most = 5;

    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct)
    {
        if (!me.May(Policies.SignedIn))
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Set<Ruling>().Where(r => (r.Stage != RulingStage.Locked || r.SentAt == null) && !db.Set<Ruling>().Where(Ruling.TakesPlace).Any(newer => newer.ReplacesId == r.Id)).GroupBy(r => new { r.MeetingId, r.Stage })
            .Select(g => new { g.Key.MeetingId, g.Key.Stage, Count = g.Count() }).ToListAsync(ct);
        if (open.Count == 0)
            return [];
        var meetings = open.Select(one => one.MeetingId).Distinct().ToList();
        var days = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.StartsAt, ct);
        var holdsOffice = open.Exists(one => one.Stage is RulingStage.ToSign) && await signing.OfficeAsync(db, me.Id, ct) is not null;
        var delegated = (await db.Set<SigningDelegation>().Where(d => d.PersonId == me.Id && meetings.Contains(d.MeetingId)).Select(d => d.MeetingId).ToListAsync(ct)).ToHashSet();
        return open.OrderBy(one => days.GetValueOrDefault(one.MeetingId)).ThenBy(one => one.Stage)
            .Where(one => one.Stage switch
            {
                RulingStage.ToRead => RulingDesk.MayRead(me.Principal),
                RulingStage.ToSign => holdsOffice || delegated.Contains(one.MeetingId),
                _ => me.May(Policies.Secretariat),
            })
            .Take(Most).Select(one => new StartTask($"meetings/{one.MeetingId.Value}/decisions", texts[$"Task{one.Stage}", one.Count, days.GetValueOrDefault(one.MeetingId).ToShortDay()])).ToList();
    }
}
