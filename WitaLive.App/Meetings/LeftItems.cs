using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Papers;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>Takes the items a meeting left undone over to its second convocation (rules of procedure, art. 17 § 1 and 20 § 1).</summary>
/// <remarks>The failed meeting keeps its own lines: its report speaks of them.</remarks>
public sealed class LeftItems(MeetingJournal journal, PaperFiles papers, AgendaSteps steps, IEnumerable<IFollowAgenda> followers)
{
    public async Task MoveAsync(WitaLiveDb db, MeetingId from, PlannedMeeting to, CancellationToken ct)
    {
        var ended = await journal.ReadAsync(from, new Meeting(), ct);
        var undone = ended.Items.Where(item => item.Conclusion is null).Select(item => item.Id).ToHashSet();
        var lines = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.Id == from).SelectMany(m => m.Agenda).ToListAsync(ct);
        foreach (var line in lines.Where(line => undone.Contains(line.Id)).OrderBy(line => line.Position))
        {
            if (line.FileId is { } file && !await AgendaFiles.TakeAsync(db, file, ct))
                continue; // it stands on another agenda meanwhile, or needs none any more
            if (!await GoesOverAsync(db, line, ct))
                continue;
            var again = new AgendaLine
            {
                Id = new(Guid.CreateVersion7()),
                FileId = line.FileId,
                ProposalId = line.ProposalId,
                Titles = line.Titles,
                Reference = line.Reference,
                Applicant = line.Applicant,
                Outcomes = line.Outcomes,
                Minutes = line.Minutes,
            };
            foreach (var paper in line.Papers)
                again.Add(papers.Copy(paper));
            to.Add(again);
        }
        await steps.FollowAsync(db, to, ct);
        foreach (var follower in followers)
            await follower.FollowAsync(db, to, ct);
    }

    private async Task<bool> GoesOverAsync(WitaLiveDb db, AgendaLine line, CancellationToken ct)
    {
        foreach (var follower in followers)
        {
            if (!await follower.GoesOverAsync(db, line, ct))
                return false;
        }
        return true;
    }
}
