using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Calendar;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>Puts files and points on an agenda, takes them off, sets their order and time.</summary>
public sealed class AgendaPlanning(PlanChanges plans, MeetingReading reading, PastItems past, AgendaLines lines, LateItems late, TimeProvider clock)
{
    /// <summary>All of them or, when one waits no longer, none.</summary>
    /// <param name="minutes">For each; null for what files of its kind have taken before.</param>
    /// <param name="request">Whose wish it is, once the convocations are out.</param>
    public Task<Refusal?> AddFilesAsync(
        ClaimsPrincipal who, MeetingId id, IReadOnlyCollection<FileId> files, int? minutes, CancellationToken ct, LateRequest? request = null) =>
        ChangeAsync(who, id, minutes ?? 0, async (db, meeting) =>
        {
            var (chamber, people, inForce) = await reading.AroundAsync(db, meeting, ct);
            if (late.WhyNot(meeting, people, inForce, isDraft: false, request) is { } tooLate)
                return tooLate;
            var usual = minutes is null ? await past.UsualAsync(db, chamber.Id, inForce.Planning, ct) : null;
            var wanted = files.ToList();
            var chosen = WaitingFile.Sort(await db.Set<ApplicationFile>().AsNoTracking().Where(f => wanted.Contains(f.Id)).ToListAsync(ct));
            var fitting = (await AgendaFiles.For(db, chamber).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
            var renewals = await Renewed.AmongAsync(db, chosen, inForce.Procedure.Renewal, ct);
            foreach (var file in chosen)
            {
                if (!fitting.Contains(file.Id) || !await AgendaFiles.TakeAsync(db, file.Id, ct))
                    return new FileNotReady(file.Number);
                await ConclusionMails.IsPlacedAsync(db, file.Id, clock.GetUtcNow(), ct);
                Add(db, meeting, lines.Of(file, inForce, minutes ?? usual!.Of(file.Kind).Minutes, request, renewals.Contains(file.Id)));
            }
            return null;
        }, ct);

    /// <param name="titles">By language; one in each language of the meeting at least.</param>
    /// <param name="request">Whose wish it is, once the convocations are out.</param>
    public Task<Refusal?> AddPointAsync(
        ClaimsPrincipal who, MeetingId id, IReadOnlyDictionary<string, string> titles, int minutes, CancellationToken ct, LateRequest? request = null) =>
        ChangeAsync(who, id, minutes, async (db, meeting) =>
        {
            var (_, people, inForce) = await reading.AroundAsync(db, meeting, ct);
            if (late.WhyNot(meeting, people, inForce, isDraft: true, request) is { } tooLate)
                return tooLate;
            var said = titles.Select(t => (Language: t.Key, Title: OneLine.Of(t.Value))).Where(t => t.Title.Length > 0)
                .ToImmutableSortedDictionary(t => t.Language, t => t.Title);
            if (Array.Find(meeting.Languages, language => !said.ContainsKey(language)) is { } missing)
                return new TitleMissing(missing);
            if (said.FirstOrDefault(t => t.Value.Length > PlanLimits.Title) is { Key: { } tooLong })
                return new TitleTooLong(tooLong, PlanLimits.Title);
            Add(db, meeting, lines.Of(said, inForce, minutes, request));
            return null;
        }, ct);

    /// <summary>A point on which something is put to the vote that is kept elsewhere.</summary>
    /// <param name="mayStand">Asked in the transaction that writes the point.</param>
    public Task<Refusal?> AddProposalAsync(
        ClaimsPrincipal who, MeetingId id, ImmutableSortedDictionary<string, string> titles, (ProposalId Id, string Number) proposal, int minutes,
        Func<WitaLiveDb, PlannedMeeting, Task<Refusal?>> mayStand, CancellationToken ct) =>
        ChangeAsync(who, id, minutes, async (db, meeting) =>
        {
            var (_, _, inForce) = await reading.AroundAsync(db, meeting, ct);
            if (late.WhyNoProposal(meeting, inForce) is { } tooLate)
                return tooLate;
            if (await mayStand(db, meeting) is { } why)
                return why;
            Add(db, meeting, lines.Of(titles, inForce, minutes, proposal: proposal));
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

    /// <summary>Someone is heard at this hour; null to take the hour away.</summary>
    public Task<Refusal?> SetHourAsync(ClaimsPrincipal who, MeetingId id, ItemId item, TimeOnly? hour, CancellationToken ct) =>
        plans.ChangeAsync(who, id, (_, meeting) =>
        {
            if (meeting.Agenda.FirstOrDefault(line => line.Id == item) is not { } line)
                return Refused(new NoSuchItem());
            var end = meeting.StartsAt.AddMinutes(meeting.Minutes);
            if (hour is { } fixedHour && BrusselsTime.At(meeting.StartsAt.DayInBrussels(), fixedHour) is var at && (at < meeting.StartsAt || at >= end))
                return Refused(new HourOutsideMeeting(meeting.StartsAt.ToTime(), end.ToTime()));
            line.FixedHour = hour;
            return Done;
        }, ct);

    /// <summary>Takes a line off; its file waits again. What was referred elsewhere stays.</summary>
    public Task<Refusal?> RemoveAsync(ClaimsPrincipal who, MeetingId id, ItemId item, CancellationToken ct) =>
        plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            if (meeting.Agenda.FirstOrDefault(line => line.Id == item) is not { } line)
                return null; // someone else took it off: the same is so
            if (line.ReferredAt is not null)
                return new ItemWasReferred();
            meeting.Remove(item);
            if (line.FileId is { } file)
                await AgendaFiles.ReturnAsync(db, [file], ct);
            return null;
        }, ct);

    private Task<Refusal?> ChangeAsync(ClaimsPrincipal who, MeetingId id, int minutes, Func<WitaLiveDb, PlannedMeeting, Task<Refusal?>> change, CancellationToken ct) =>
        plans.ChangeAsync(who, id, (db, meeting) => minutes is < 0 or > PlanLimits.LongestItem ? Refused(new DurationUnusable(0, PlanLimits.LongestItem)) : change(db, meeting), ct);

    private static Task<Refusal?> Done { get; } = Task.FromResult<Refusal?>(null);

    private static Task<Refusal?> Refused(Refusal why) => Task.FromResult<Refusal?>(why);

    // Its id is made here, so that without this it would be taken for a row that exists.
    private static void Add(WitaLiveDb db, PlannedMeeting meeting, AgendaLine line)
    {
        meeting.Add(line);
        db.Add(line);
    }
}
