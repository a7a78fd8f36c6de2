using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;

namespace WitaLive.App.Minutes;

/// <summary>Makes the report of a meeting from its journal, with the names of those who did something in it later without being on its list.</summary>
public sealed class ReportsOfMeetings(MeetingJournal journal, IDbContextFactory<WitaLiveDb> databases)
{
    /// <summary>Null for a journal in which nothing stands.</summary>
    public async Task<MeetingReport?> ReadAsync(MeetingId meeting, CancellationToken ct)
    {
        var seals = new JournalSeal.Reading(meeting);
        if (await MeetingReport.OfAsync(journal.EventsAsync(meeting, seals, ct)) is not { } report)
            return null;
        report.Seal = seals.Result;
        if (report.Unnamed.ToList() is { Count: > 0 } unnamed)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            foreach (var person in await db.Persons.AsNoTracking().Where(p => unnamed.Contains(p.Id)).ToListAsync(ct))
                report.Name(person.Id, person.FullName);
        }
        return report;
    }
}
