using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>What is to be said about a file's last chance.</summary>
public enum LastChance
{
    /// <summary>There is room, or it has no legal date.</summary>
    Fine,

    /// <summary>The last meeting before its legal date is almost full.</summary>
    AlmostFull,

    /// <summary>The last meeting before its legal date is full.</summary>
    Full,

    /// <summary>The chamber does not meet before its legal date.</summary>
    NoMeeting,

    /// <summary>Its legal date is over.</summary>
    Overdue,
}

/// <summary>A file that waits for a chamber.</summary>
/// <param name="DaysLeft">Until its legal date, 0 on that day, negative after it; null while nobody has said when it is.</param>
/// <param name="Last">The last meeting before it.</param>
public sealed record WaitingFile(ApplicationFile File, int? DaysLeft, UsualMinutes Usual, MeetingLoad? Last, LastChance Chance)
{
    /// <summary>It asks to follow an attestation.</summary>
    public bool IsRenewal { get; init; }

    /// <summary>The oldest legal date first; those without one last.</summary>
    public static List<ApplicationFile> Sort(IEnumerable<ApplicationFile> files) =>
        [.. files.OrderBy(f => f.DueOn ?? DateOnly.MaxValue).ThenBy(f => f.Number, StringComparer.Ordinal)];
}

/// <param name="Meetings">The chamber's meetings ahead and its provisional dates, the next one first.</param>
public sealed record ChamberBacklog(ChamberOnDay Chamber, ImmutableArray<WaitingFile> Files, ImmutableArray<MeetingLoad> Meetings);

/// <summary>Says which files wait for a chamber, how urgent they are and where there is room.</summary>
public sealed class AgendaBuilding(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, PastItems past, RuleBook rules, TimeProvider clock)
{
    /// <summary>Every chamber for which something waits.</summary>
    public async Task<ImmutableArray<ChamberBacklog>> AllAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var queues = ImmutableArray.CreateBuilder<ChamberBacklog>();
        foreach (var chamber in commission.Chambers)
        {
            if (await QueueAsync(db, chamber, ct) is { Files.Length: > 0 } queue)
                queues.Add(queue);
        }
        return queues.ToImmutable();
    }

    /// <summary>What waits for a meeting's chamber; null when there is no such meeting.</summary>
    public async Task<ChamberBacklog?> OfAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == meeting, ct) is not { } planned)
            return null;
        var commission = await directory.ReadAsync(db, planned.StartsAt.DayInBrussels(), ct);
        return await QueueAsync(db, commission.Chamber(planned.ChamberId)!, ct);
    }

    private async Task<ChamberBacklog> QueueAsync(WitaLiveDb db, ChamberOnDay chamber, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        var rule = rules.On(today).Planning;
        var loads = await LoadsAsync(db, chamber.Id, ct);
        var files = WaitingFile.Sort(await AgendaFiles.For(db, chamber).AsNoTracking().ToListAsync(ct));
        var usual = files.Count == 0 ? new(ImmutableDictionary<string, UsualMinutes>.Empty, rule) : await past.UsualAsync(db, chamber.Id, rule, ct);
        var renewals = await Renewed.AmongAsync(db, files, rules.On(today).Procedure.Renewal, ct);
        return new(chamber, [.. files.Select(file => Look(file, today, usual, loads, rule) with { IsRenewal = renewals.Contains(file.Id) })], loads);
    }

    private static WaitingFile Look(ApplicationFile file, DateOnly today, UsualByKind usual, ImmutableArray<MeetingLoad> loads, PlanningRule rule)
    {
        var last = file.DueOn is { } due ? MeetingLoad.LastBefore(due, loads) : null;
        var left = file.DueOn?.DayNumber - today.DayNumber;
        return new(file, left, usual.Of(file.Kind), last, (left, last) switch
        {
            (null, _) => LastChance.Fine,
            ( < 0, _) => LastChance.Overdue,
            (_, null) => LastChance.NoMeeting,
            (_, { Left: 0 }) => LastChance.Full,
            (_, { } one) when one.Percent >= rule.AlmostFull => LastChance.AlmostFull,
            _ => LastChance.Fine,
        });
    }

    private async Task<ImmutableArray<MeetingLoad>> LoadsAsync(WitaLiveDb db, ChamberId chamber, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.ChamberId == chamber && m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now)
            .Select(m => new { m.Id, m.StartsAt, m.Minutes, Taken = m.Agenda.Where(line => line.ReferredAt == null).Sum(line => line.Minutes) }).ToListAsync(ct);
        var dates = await db.Set<ProvisionalDate>().AsNoTracking()
            .Where(d => d.ChamberId == chamber && d.WithdrawnAt == null && d.PlannedAt == null && d.StartsAt > now)
            .Select(d => new { d.Id, d.StartsAt, d.Minutes }).ToListAsync(ct);
        return
        [
            .. meetings.Select(m => new MeetingLoad(m.Id, m.StartsAt.DayInBrussels(), m.Minutes, m.Taken))
                .Concat(dates.Select(d => new MeetingLoad(d.Id, d.StartsAt.DayInBrussels(), d.Minutes, 0)))
                .OrderBy(load => load.Day),
        ];
    }
}
