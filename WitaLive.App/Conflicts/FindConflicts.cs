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

/// <summary>Compares the agendas ahead with what members declared, asks those whom an item concerns, and does what follows from a confirmation.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line. What is proposed and the mail that asks are one transaction, and the key of the
/// row lets a member be asked once. The recusal in the room may be sent again and happens once; the mail to the partner goes with the mark that it went.
/// </remarks>
public sealed class FindConflicts(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, ConflictMails mails, RoomDoor door, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var ahead = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now).OrderBy(m => m.StartsAt).Select(m => m.Id).ToListAsync(ct);
        foreach (var meeting in ahead)
        {
            await ProposeAsync(meeting, now, ct);
            await CarryOutAsync(meeting, now, ct);
        }
    }

    private async Task ProposeAsync(MeetingId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleAsync(m => m.Id == id, ct);
        if (meeting.Agenda.Count == 0 || !await db.Set<DeclaredTie>().AnyAsync(ct))
            return;
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        var members = people.Seats.SelectMany(s => s.Duo).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var ids = members.Keys.ToList();
        var ties = await db.Set<DeclaredTie>().AsNoTracking().Where(t => ids.Contains(t.PersonId)).OrderBy(t => t.AddedAt).ToListAsync(ct);
        var known = (await db.Set<PossibleConflict>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync(ct)).Select(c => (c.ItemId, c.PersonId)).ToHashSet();
        var found = (from line in meeting.Agenda
                     from tie in ties
                     where !known.Contains((line.Id, tie.PersonId)) && Tie.IsNamedIn(tie.Words, line.Titles.Values.Append(line.Applicant))
                     select new PossibleConflict { MeetingId = id, ItemId = line.Id, PersonId = tie.PersonId, Kind = tie.Kind, Words = tie.Words, FoundAt = now })
            .DistinctBy(c => (c.ItemId, c.PersonId)).ToList();
        if (found.Count == 0)
            return;

        db.AddRange(found);
        foreach (var mine in found.GroupBy(c => c.PersonId).Where(g => ConvocationRows.IsReachable(members[g.Key])))
            Outbox.Add(db, mails.Asking(members[mine.Key], meeting, chamber, mine.Count(), now));
        await SaveAsync(db, ct);
    }

    /// <summary>Has the room know of what was confirmed, and the partner convened once the meeting is.</summary>
    public async Task CarryOutAsync(MeetingId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Set<PossibleConflict>()
            .Where(c => c.MeetingId == id && c.State == ConflictState.Confirmed && (c.RecusedAt == null || c.PartnerToldAt == null)).ToListAsync(ct);
        if (open.Count == 0)
            return;
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleAsync(m => m.Id == id, ct);
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        foreach (var conflict in open)
        {
            if (conflict.RecusedAt is null && await door.EnterAsync(id, ct) is { } room)
            {
                await room.SendAsync(new Recuse(conflict.ItemId, conflict.PersonId), new(conflict.PersonId), ct); // refused when the item is gone: then nothing is left to do
                conflict.RecusedAt = now;
            }
            if (conflict.PartnerToldAt is not null || meeting.ConvenedAt is null)
                continue;
            conflict.PartnerToldAt = now;
            if (meeting.Agenda.FirstOrDefault(l => l.Id == conflict.ItemId) is { } line
                && people.Seats.FirstOrDefault(s => s.Effective?.Id == conflict.PersonId) is { Substitute: { } partner, Effective: { } recused }
                && ConvocationRows.IsReachable(partner))
                Outbox.Add(db, mails.Calling(partner, recused, meeting, chamber, line.Position, now));
        }
        await SaveAsync(db, ct);
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
