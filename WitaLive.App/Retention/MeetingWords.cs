using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Conflicts;
using WitaLive.App.Data;
using WitaLive.App.Evocation;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Retention;

namespace WitaLive.App.Retention;

/// <summary>Takes people out of what is kept of the meetings that dealt with their files: journal, report, agenda with its papers, recusals, evocations.</summary>
internal static class MeetingWords
{
    public static async Task RemoveAsync(WitaLiveDb db, List<ApplicationFile> files, Effacement effacement, CancellationToken ct)
    {
        var ids = files.ConvertAll(f => f.Id);
        var lines = await db.Set<PlannedMeeting>().IgnoreQueryFilters().SelectMany(m => m.Agenda, (meeting, line) => new { meeting.Id, Line = line }).Where(one => one.Line.FileId != null && ids.Contains(one.Line.FileId.Value)).ToListAsync(ct);
        var meetings = files.Select(f => f.LastMeetingId).OfType<MeetingId>().Concat(lines.Select(one => one.Id)).ToHashSet();
        // A meeting from whose agenda it was taken may have it in its journal all the same.
        foreach (var file in ids)
            meetings.UnionWith((await FileJournal.EventsAsync(db, file, ct)).OfType<PutOnAgenda>().Select(put => put.Meeting));
        foreach (var id in meetings)
            await EffaceAsync(db, id, effacement, ct);
        foreach (var line in lines.Select(one => one.Line))
        {
            db.Entry(line).Property(l => l.Applicant).CurrentValue = null;
            foreach (var paper in line.Papers.ToList())
            {
                db.Add(new DoomedFile { Id = paper.Id, Kind = DoomedKind.Paper });
                line.Remove(paper.Id);
            }
        }
        await db.SaveChangesAsync(ct);

        var items = lines.Select(one => one.Line.Id).ToList();
        await db.Set<PossibleConflict>().Where(c => items.Contains(c.ItemId)).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Words, Effacement.Blank)
            .SetProperty(c => c.FileId, (FileId?)null)
            .SetProperty(c => c.LiftReason, c => c.LiftReason == null ? null : Effacement.Blank), ct);
        await db.Set<EvocationRequest>().Where(r => items.Contains(r.ItemId)).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Reason, Effacement.Blank)
            .SetProperty(r => r.Answer, r => r.Answer == null ? null : Effacement.Blank), ct);
        await db.Set<ReportLoan>().Where(l => ids.Contains(l.FileId) && l.DeclineReason != null).ExecuteUpdateAsync(set => set.SetProperty(l => l.DeclineReason, Effacement.Blank), ct);
        await db.Set<DeclinedRequest>().Where(d => ids.Contains(d.FileId)).ExecuteUpdateAsync(set => set.SetProperty(d => d.Reason, Effacement.Blank), ct);
        var places = items.ConvertAll(item => item.Value);
        await db.Set<ReportPart>().Where(p => places.Contains(p.Place)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, Effacement.Blank), ct);
    }

    private static async Task EffaceAsync(WitaLiveDb db, MeetingId id, Effacement effacement, CancellationToken ct)
    {
        var journal = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.MeetingId == id).OrderBy(e => e.Sequence).ToListAsync(ct);
        var before = journal.ConvertAll(entry => JsonSerializer.Deserialize<MeetingEvent>(entry.Payload)!);
        // What somebody else has changed is not made good by this.
        var seals = new JournalSeal.Reading(id);
        journal.ForEach(entry => seals.Add(entry.Sequence, entry.Payload, entry.Seal));
        var isSound = seals.Result.BrokenAt is null;
        string? seal = null;
        foreach (var (entry, was, now) in journal.Zip(before, effacement.Of(before)))
        {
            var (sequence, payload) = (entry.Sequence, JsonSerializer.Serialize(now));
            if (payload == JsonSerializer.Serialize(was))
                payload = entry.Payload;
            seal = entry.Seal is null || !isSound ? entry.Seal : JournalSeal.Of(seal, id, sequence, payload);
            if (payload != entry.Payload || seal != entry.Seal)
                await db.Set<JournalEntry>().Where(e => e.MeetingId == id && e.Sequence == sequence).ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, payload).SetProperty(e => e.Seal, seal), ct);
        }
        foreach (var part in await db.Set<ReportPart>().Where(p => p.MeetingId == id).ToListAsync(ct))
            db.Entry(part).Property(p => p.Text).CurrentValue = effacement.Unnamed(part.Text);
        foreach (var remark in await db.Set<ReportRemark>().Where(r => r.MeetingId == id).ToListAsync(ct))
            db.Entry(remark).Property(r => r.Text).CurrentValue = effacement.Unnamed(remark.Text);
        await db.SaveChangesAsync(ct);
    }
}
