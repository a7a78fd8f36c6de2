using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Ties;

namespace WitaLive.App.Conflicts;

/// <summary>Compares the agendas ahead with what members declared and with earlier recusals, asks those whom an item concerns, and does what follows from a confirmation.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line. What is proposed and the mail that asks are one transaction, and the key of the
/// row lets a member be asked once. What the room is told may be told again and happens once, and <see cref="RecusalMarks"/> sees to it that it is not
/// left with what was taken back meanwhile; a mail to the partner goes with the mark that it went.
/// </remarks>
public sealed class FindConflicts(
    IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, EarlierRecusals recusals, ConflictMails mails, RoomDoor door, TimeProvider clock) : ISweep
{
    private static readonly TimeSpan s_oneMail = TimeSpan.FromHours(1);

    // A meeting begins when its chair opens it: what was said until then is carried out also past the printed hour.
    private static readonly TimeSpan s_latestOpening = TimeSpan.FromMinutes(PlanLimits.LongestMeeting);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var planned = db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now);
        var ahead = await planned.OrderBy(m => m.StartsAt).Select(m => m.Id).ToListAsync(ct);
        var others = await EarlierRecusals.OtherLinesAsync(db, planned, ct);
        var latest = now - s_latestOpening;
        var untold = await ToCarryOut(db).Where(c => db.Set<PlannedMeeting>().Any(m => m.Id == c.MeetingId && m.StartsAt > latest)).Select(c => c.MeetingId).Distinct().ToListAsync(ct);
        await Each.InTurnAsync(
            ahead.Select(id => (Meeting: id, IsAsked: false)).Concat(untold.Select(id => (Meeting: id, IsAsked: true))),
            one => one.IsAsked ? CarryOutAsync(one.Meeting, now, ct) : ProposeAsync(one.Meeting, [.. others[one.Meeting]], now, ct));
    }

    // A meeting that was cancelled too: whoever was convened for one of its items is told.
    private static IQueryable<PossibleConflict> ToCarryOut(WitaLiveDb db) => db.Set<PossibleConflict>()
        .Where(c => c.State == ConflictState.Confirmed || c.Partner != null || (c.LiftedAt != null && c.RestoredAt == null))
        .Where(c => db.Set<PlannedMeeting>().Any(m => m.Id == c.MeetingId && m.State == MeetingState.Planned));

    private async Task ProposeAsync(MeetingId id, ImmutableArray<OtherLine> others, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleAsync(m => m.Id == id, ct);
        var earlier = await recusals.OfAsync(db, meeting, others, ct);
        if (meeting.Agenda.Count == 0 || (earlier.IsEmpty && !await db.Set<DeclaredTie>().AnyAsync(ct)))
            return;
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        var members = people.Seats.SelectMany(s => s.Duo).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var ids = members.Keys.ToList();
        var ties = await db.Set<DeclaredTie>().AsNoTracking().Where(t => ids.Contains(t.PersonId)).OrderBy(t => t.AddedAt).ToListAsync(ct);
        var before = await db.Set<PossibleConflict>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync(ct);
        var known = before.Select(c => (c.ItemId, c.PersonId)).ToHashSet();
        var named = from line in meeting.Agenda
                    from tie in ties
                    where Tie.IsNamedIn(tie.Words, line.Titles.Values.Append(line.Applicant))
                    select new PossibleConflict { MeetingId = id, ItemId = line.Id, FileId = line.FileId, PersonId = tie.PersonId, Kind = tie.Kind, Words = tie.Words, FoundAt = now };
        var again = from line in meeting.Agenda
                    from recusal in earlier
                    where line.FileId == recusal.File && members.ContainsKey(recusal.Person)
                    select PossibleConflict.Again(id, line.Id, recusal, now);
        // A tie says more than that one stepped aside before, most often because of it.
        var found = named.Concat(again).Where(c => !known.Contains((c.ItemId, c.PersonId))).DistinctBy(c => (c.ItemId, c.PersonId)).ToList();
        if (found.Count == 0)
            return;

        var said = await EarlierAnswers.OfAsync(db, found, meeting.FirstMeetingId, ct);
        foreach (var one in found)
        {
            // «You are not asked again», says the page; save of what was declared after that, or when they stepped aside for the file all the same.
            if (said.Find(answer => answer.IsAbout(one)) is { } denied && !again.Any(other => other.ItemId == one.ItemId && other.PersonId == one.PersonId)
                && !ties.Exists(tie => tie.PersonId == one.PersonId && tie.Words == one.Words && tie.AddedAt > denied.At))
                one.Carry(denied.Said);
        }
        db.AddRange(found);
        foreach (var mine in found.Where(c => c.State is ConflictState.Proposed).GroupBy(c => c.PersonId).Where(g => ConvocationRows.IsReachable(members[g.Key]) && !IsAsked(g.Key)))
            Outbox.Add(db, mails.Asking(members[mine.Key], meeting, chamber, mine.Count(), now));
        await SaveAsync(db, ct);

        // Links are declared one after the other: the mail that went a moment ago leads to all that is asked.
        bool IsAsked(PersonId person) => before.Exists(c => c.PersonId == person && c.State is ConflictState.Proposed && c.FoundAt > now - s_oneMail);
    }

    /// <summary>Has the room know of what was confirmed or taken back; and the partner of what concerns them, once the meeting is convened.</summary>
    public async Task CarryOutAsync(MeetingId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await ToCarryOut(db).Where(c => c.MeetingId == id).ToListAsync(ct);
        if (open.Count == 0)
            return;
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleAsync(m => m.Id == id, ct);
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        // An item may be referred elsewhere before the meeting: then nobody sits for it here.
        var held = (await door.EnterAsync(id, ct))?.Meeting;
        foreach (var conflict in open)
        {
            await TellTheRoomAsync(db, conflict, now, ct);
            var line = meeting.Agenda.FirstOrDefault(l => l.Id == conflict.ItemId);
            await TellThePartnerAsync(db, conflict, new(meeting, chamber, people, line?.Position ?? 0), isToCome: line is not null && held?.ItemOf(line.Id) is not { Conclusion: not null }, now, ct);
        }
        if (db.ChangeTracker.HasChanges())
            await SaveAsync(db, ct);
    }

    private async Task TellTheRoomAsync(WitaLiveDb db, PossibleConflict conflict, DateTimeOffset now, CancellationToken ct)
    {
        MeetingCommand? command = conflict switch
        {
            { State: ConflictState.Confirmed, RecusedAt: null } => new Recuse(conflict.ItemId, conflict.PersonId),
            { IsLifted: true, RestoredAt: null } => new WithdrawRecusal(conflict.ItemId, conflict.PersonId),
            _ => null,
        };
        if (command is null || await door.EnterAsync(conflict.MeetingId, ct) is not { } room)
            return;
        await room.SendAsync(command, new(conflict.LiftedBy ?? conflict.PersonId), ct); // refused when the item is gone: then nothing is left to do
        if (command is WithdrawRecusal)
        {
            conflict.RestoredAt = now;
            return;
        }
        await db.Entry(conflict).ReloadAsync(ct); // marked with the journal; or taken back meanwhile, which the next run carries out
        if (conflict.State is ConflictState.Confirmed)
            conflict.RecusedAt ??= now;
    }

    // Brings what the partner was told to what holds now; nothing when that is the same.
    private async Task TellThePartnerAsync(WitaLiveDb db, PossibleConflict conflict, ConflictPlace place, bool isToCome, DateTimeOffset now, CancellationToken ct)
    {
        var holds = conflict.State is ConflictState.Confirmed && isToCome && place.Meeting is { ConvenedAt: not null, CancelledAt: null };
        var seat = holds ? place.People.Seats.FirstOrDefault(s => s.Effective?.Id == conflict.PersonId) : null;
        var partner = seat?.Substitute is { } substitute && ConvocationRows.IsReachable(substitute) ? substitute : null;
        if (conflict.Partner is { } told && told != partner?.Id)
        {
            if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == told, ct) is { } person && ConvocationRows.IsReachable(person))
                Outbox.Add(db, mails.Releasing(person, conflict.ItemId, place, conflict.Calls, now));
            conflict.Release();
        }
        if (partner is null || conflict.PartnerFacts == place.Facts)
            return;
        Outbox.Add(db, mails.Calling(partner, seat!.Effective!, conflict, place, anew: conflict.Partner is not null, conflict.Calls, now));
        conflict.Call(partner.Id, place.Facts, now);
    }

    private static async Task SaveAsync(WitaLiveDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another run was first; if it was something else, the next run finds it still to do.
        }
    }
}
