using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Puts files and points on an agenda, takes them off, sets their order and time.</summary>
public sealed class AgendaPlanning(PlanChanges plans, IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, AgendaLines lines, TimeProvider clock)
{
    /// <summary>What a file takes where nobody has said otherwise. Unit: minutes.</summary>
    public const int UsualMinutes = 6;

    /// <summary>Files that wait for this meeting, the oldest first.</summary>
    public async Task<ImmutableArray<ApplicationFile>> WaitingAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return [];
        var (chamber, _, _) = await reading.AroundAsync(db, meeting, ct);
        return [.. await AgendaFiles.For(db, meeting, chamber).AsNoTracking().OrderBy(f => f.Number).ToListAsync(ct)];
    }

    /// <summary>All of them or, when one waits no longer, none.</summary>
    public Task<Refusal?> AddFilesAsync(ClaimsPrincipal who, MeetingId id, IReadOnlyCollection<FileId> files, int minutes, CancellationToken ct) =>
        ChangeAsync(who, id, minutes, async (db, meeting) =>
        {
            var (chamber, _, inForce) = await reading.AroundAsync(db, meeting, ct);
            if (WhyClosed(meeting, inForce) is { } closed)
                return closed;
            var wanted = files.ToList();
            var chosen = await db.Set<ApplicationFile>().AsNoTracking().Where(f => wanted.Contains(f.Id)).OrderBy(f => f.Number).ToListAsync(ct);
            var fitting = (await AgendaFiles.For(db, meeting, chamber).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
            foreach (var file in chosen)
            {
                if (!fitting.Contains(file.Id) || !await AgendaFiles.TakeAsync(db, file.Id, ct))
                    return new FileNotReady(file.Number);
                Add(db, meeting, lines.Of(file, inForce, minutes));
            }
            return null;
        }, ct);

    /// <param name="titles">By language; one in each language of the meeting at least.</param>
    public Task<Refusal?> AddPointAsync(ClaimsPrincipal who, MeetingId id, IReadOnlyDictionary<string, string> titles, int minutes, CancellationToken ct) =>
        ChangeAsync(who, id, minutes, async (db, meeting) =>
        {
            var (_, _, inForce) = await reading.AroundAsync(db, meeting, ct);
            if (WhyClosed(meeting, inForce) is { } closed)
                return closed;
            var said = titles.Select(t => (Language: t.Key, Title: OneLine.Of(t.Value))).Where(t => t.Title.Length is > 0 and <= PlanLimits.Title)
                .ToImmutableSortedDictionary(t => t.Language, t => t.Title);
            if (Array.Find(meeting.Languages, language => !said.ContainsKey(language)) is { } missing)
                return new TitleMissing(missing);
            Add(db, meeting, lines.Of(said, inForce, minutes));
            return null;
        }, ct);

    /// <param name="shown">The order in which the mover saw the items: another one meanwhile refuses the move.</param>
    /// <param name="position">Counted from 1.</param>
    public Task<Refusal?> MoveAsync(ClaimsPrincipal who, MeetingId id, ItemId item, int position, IReadOnlyList<ItemId> shown, CancellationToken ct) =>
        plans.ChangeAsync(who, id, (_, meeting) =>
        {
            if (!meeting.Agenda.OrderBy(line => line.Position).Select(line => line.Id).SequenceEqual(shown))
                return Refused(new AgendaChangedMeanwhile());
            meeting.Move(item, position);
            return Done;
        }, ct);

    public Task<Refusal?> SetMinutesAsync(ClaimsPrincipal who, MeetingId id, ItemId item, int minutes, CancellationToken ct) =>
        ChangeAsync(who, id, minutes, (_, meeting) =>
        {
            if (meeting.Agenda.FirstOrDefault(line => line.Id == item) is not { } line)
                return Refused(new NoSuchItem());
            line.Minutes = minutes;
            return Done;
        }, ct);

    /// <summary>Takes a line off; its file waits again.</summary>
    public Task<Refusal?> RemoveAsync(ClaimsPrincipal who, MeetingId id, ItemId item, CancellationToken ct) =>
        plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            if (meeting.Agenda.FirstOrDefault(line => line.Id == item) is not { } line)
                return null; // someone else took it off: the same is so
            meeting.Remove(item);
            if (line.FileId is { } file)
                await AgendaFiles.ReturnAsync(db, [file], ct);
            return null;
        }, ct);

    private Task<Refusal?> ChangeAsync(ClaimsPrincipal who, MeetingId id, int minutes, Func<WitaLiveDb, PlannedMeeting, Task<Refusal?>> change, CancellationToken ct) =>
        plans.ChangeAsync(who, id, (db, meeting) => minutes is < 0 or > PlanLimits.LongestItem ? Refused(new DurationUnusable(0, PlanLimits.LongestItem)) : change(db, meeting), ct);

    private AgendaClosed? WhyClosed(PlannedMeeting meeting, RulesInForce inForce) =>
        meeting.AgendaClosedSince(inForce.Notice, clock.GetUtcNow()) is { } last ? new(last) : null;

    private static Task<Refusal?> Done { get; } = Task.FromResult<Refusal?>(null);

    private static Task<Refusal?> Refused(Refusal why) => Task.FromResult<Refusal?>(why);

    // Its id is made here, so that without this it would be taken for a row that exists.
    private static void Add(WitaLiveDb db, PlannedMeeting meeting, AgendaLine line)
    {
        meeting.Add(line);
        db.Add(line);
    }
}
