using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>What items of each kind take in one chamber: learned, or the setting.</summary>
public sealed record UsualByKind(ImmutableDictionary<string, UsualMinutes> Learned, PlanningRule Rule)
{
    public UsualMinutes Of(string kind) => Learned.GetValueOrDefault(kind) ?? new UsualMinutes(Rule.MinutesOf(kind), 0);
}

/// <summary>Learns from the journals of a chamber how long its items took.</summary>
public sealed class PastItems(MeetingJournal journal)
{
    // Long enough to learn from, short enough to follow a chamber that has changed its ways.
    private const int LookedAt = 10;

    public async Task<UsualByKind> UsualAsync(WitaLiveDb db, ChamberId chamber, PlanningRule rule, CancellationToken ct)
    {
        var closed = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.ChamberId == chamber && m.State == MeetingState.Closed)
            .OrderByDescending(m => m.StartsAt).Select(m => m.Id).Take(LookedAt).ToListAsync(ct);
        var items = new List<Item>();
        foreach (var id in closed)
        {
            var meeting = await journal.ReadAsync(id, new Meeting(), ct);
            items.AddRange(meeting.Items.Where(item => item.Conclusion is not null).Select(item => item with { Spent = meeting.TimeOn(item) }).Where(item => item.Spent > TimeSpan.Zero));
        }

        var files = items.Select(item => item.Planned.File).OfType<FileId>().Distinct().ToList();
        var kinds = await db.Set<ApplicationFile>().AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Kind, ct);
        return new(
            items.Where(item => item.Planned.File is not { } file || kinds.ContainsKey(file))
                .GroupBy(item => item.Planned.File is { } file ? kinds[file] : AgendaLines.PointKind)
                .ToImmutableDictionary(kind => kind.Key, kind => UsualMinutes.Learn([.. kind.Select(item => item.Spent)], rule.MinutesOf(kind.Key), rule.FewestPastItems)),
            rule);
    }
}
