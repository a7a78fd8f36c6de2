using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Start;
using WitaLive.Domain;
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
        var open = await db.Set<Ruling>().Where(r => r.Stage != RulingStage.Locked || r.SentAt == null).GroupBy(r => new { r.MeetingId, r.Stage })
            .Select(g => new { g.Key.MeetingId, g.Key.Stage, Count = g.Count() }).ToListAsync(ct);
        if (open.Count == 0)
            return [];
        var meetings = open.Select(one => one.MeetingId).Distinct().ToList();
        var days = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.StartsAt, ct);
        var tasks = new List<StartTask>();
        foreach (var one in open.OrderBy(one => days.GetValueOrDefault(one.MeetingId)).ThenBy(one => one.Stage))
            if (tasks.Count < Most && await IsForAsync(db, me, one.MeetingId, one.Stage, ct))
                tasks.Add(new($"meetings/{one.MeetingId.Value}/decisions", texts[$"Task{one.Stage}", one.Count, days.GetValueOrDefault(one.MeetingId).ToShortDay()]));
        return tasks;
    }

    private async Task<bool> IsForAsync(WitaLiveDb db, SignedInPerson me, MeetingId meeting, RulingStage stage, CancellationToken ct) => stage switch
    {
        RulingStage.ToRead => RulingDesk.MayRead(me.Principal),
        RulingStage.ToSign => await signing.RightAsync(db, me.Id, meeting, ct) is { } right && (right.Office is not null || right.IsDelegate),
        _ => me.May(Policies.Secretariat),
    };
}
