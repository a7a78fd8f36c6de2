using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Answers;

/// <summary>Notes who has opened the papers of a meeting. That a note is lost harms nobody: the next paper opened makes it.</summary>
public sealed class PaperOpenings(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    public async Task NoteAsync(MeetingId meeting, PersonId person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PaperOpening>().AnyAsync(o => o.MeetingId == meeting && o.PersonId == person, ct))
            return;
        db.Add(new PaperOpening { MeetingId = meeting, PersonId = person, FirstAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Opened twice in one moment: the other one is noted.
        }
    }
}
