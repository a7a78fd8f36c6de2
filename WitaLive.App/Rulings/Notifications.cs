using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Rulings;

/// <summary>Writes into the journal of a file that its decision was notified, from which the periods of appeal run.</summary>
public sealed class Notifications(FileJournal journal)
{
    /// <summary>In the transaction of the caller. A file that came in from elsewhere has no journal; a notification that stands already stays.</summary>
    public async Task AddAsync(WitaLiveDb db, FileId id, DateOnly day, PersonId? by, CancellationToken ct)
    {
        if (await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == id, ct) is { } file)
            await journal.AddAsync(db, file, new NotifyDecision(day), by, ct);
    }
}
