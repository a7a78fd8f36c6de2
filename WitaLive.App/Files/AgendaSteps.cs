using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>Has the journals of applications say on which agenda they stand, whoever put them there or took them off.</summary>
public sealed class AgendaSteps(FileJournal journal, HearingMails hearings)
{
    /// <summary>Compares a meeting's agenda with what the journals say; what was referred from it is no longer its. Within the transaction of the caller, who saves.</summary>
    public async Task FollowAsync(WitaLiveDb db, PlannedMeeting meeting, CancellationToken ct)
    {
        var (id, listed) = (meeting.Id, meeting.CancelledAt is null ? meeting.Agenda.Where(line => line.ReferredAt is null).Select(line => line.FileId).OfType<FileId>().ToList() : []);
        foreach (var file in await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).Where(f => listed.Contains(f.Id) || f.AgendaMeetingId == id).ToListAsync(ct))
        {
            // Taken by a conditional update that this context has not seen, or sent back in it: the journal says what it was before.
            var wasTold = file.AgendaMeetingId == id;
            if (!listed.Contains(file.Id))
            {
                await journal.AddAsync(db, file, new TakeOffAgenda(), null, ct);
                await hearings.TakeBackAsync(db, meeting, file, ct);
            }
            else if (file.IsOpen)
            {
                await journal.AddAsync(db, file, new PlaceOnAgenda(id, meeting.StartsAt), null, ct);
                if (wasTold)
                    await hearings.FollowAsync(db, meeting, file, ct);
            }
        }
    }
}
