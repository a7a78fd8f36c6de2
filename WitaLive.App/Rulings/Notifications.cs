using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Rulings;

/// <summary>Writes into the journal of a file that its decision was notified, from which the periods of appeal run.</summary>
public sealed class Notifications(FileJournal journal)
{
    /// <summary>In the transaction of the caller. A file that came in from elsewhere has no journal; a notification that stands already stays, until that of a correction or judgment begins the periods anew.</summary>
    /// <param name="number">Of the decision within its file.</param>
    public async Task AddAsync(WitaLiveDb db, FileId id, int number, DateOnly day, PersonId? by, CancellationToken ct)
    {
        if (await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == id, ct) is not { } file)
            return;
        // With the first notification of a measure that lasts goes until when, which the secretariat says.
        if (file is { IsMeasure: true, Outcome: MeasureRule.Suspension or MeasureRule.Annulment } && (await FileJournal.ReadAsync(db, id, ct)).NotifiedOn is null)
            return;
        await journal.AddAsync(db, file, new NotifyDecision(day, Number: number), by, ct);
    }
}
