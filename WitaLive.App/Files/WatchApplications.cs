using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>Reminds applicants who owe an answer, cancels what silence ends, moves legal dates on while the clock stands still, and follows imported agendas.</summary>
/// <remarks>May run twice, on two nodes at once, and break off at any line: each file is a transaction of its own, and its journal takes each step once.</remarks>
public sealed class WatchApplications(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, AgendaSteps steps, JobBell bell, TimeProvider clock) : ISweep
{
    // Nobody wants a reminder at night.
    private static readonly TimeOnly s_from = new(8, 0);

    private const int Batch = 500;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = db.Set<ApplicationFile>().AsNoTracking().Where(ApplicationFile.AreKept);
        // Who has died is silent for another reason: the secretariat speaks with the family.
        var asked = open.Where(f => f.SilentSince != null && !db.Persons.Any(p => p.Id == f.ApplicantId && p.DiedOn != null));
        var (silent, standing) = (await asked.Select(f => f.Id).ToListAsync(ct), await open.Where(f => f.StandsStill).Select(f => f.Id).ToListAsync(ct));
        var isDay = TimeOnly.FromDateTime(clock.GetUtcNow().InBrussels().DateTime) >= s_from;
        var unheard = await open.Where(f => f.State == FileState.OnAgenda && f.AgendaMeetingId == null).Select(f => f.Id).ToListAsync(ct);
        if (unheard.Count > 0)
            await FollowAsync(unheard, ct);
        await SearchAnewAsync(ct);
        await Each.InTurnAsync(silent.Union(standing), file => LookAsync(file, isDay && silent.Contains(file), ct));
        bell.Ring<SendDueMail>();
    }

    // Files of before their words to be looked for were kept.
    private async Task SearchAnewAsync(CancellationToken ct)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var files = await db.Set<ApplicationFile>().Where(f => f.Searched == "").OrderBy(f => f.Number).Take(Batch).ToListAsync(ct);
            if (files.Count == 0)
                return;
            files.ForEach(file => file.SearchAnew());
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task LookAsync(FileId id, bool atSilence, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var file = await db.Set<ApplicationFile>().SingleAsync(f => f.Id == id, ct);
        if (atSilence)
            await journal.AddAsync(db, file, new LookAtSilence(), null, ct);
        journal.Show(file, await FileJournal.ReadAsync(db, id, ct));
        await SaveAsync(db, ct);
    }

    private async Task FollowAsync(List<FileId> files, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var meeting in await db.Set<PlannedMeeting>().Include(m => m.Agenda).AsSplitQuery()
            .Where(m => m.CancelledAt == null && m.State == Domain.Meetings.MeetingState.Planned && m.Agenda.Any(line => line.FileId != null && files.Contains(line.FileId.Value))).ToListAsync(ct))
            await steps.FollowAsync(db, meeting, ct);
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
            // Somebody wrote to this file meanwhile; the next run looks at what it is then.
        }
    }
}
