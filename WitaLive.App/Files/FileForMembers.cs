using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Files;

/// <summary>Files as members read them: those on the agendas of their own meetings, while they are members and until some time after these, and not one from which they are recused.</summary>
public sealed class FileForMembers(IDbContextFactory<WitaLiveDb> databases, MeetingReading meetings, MeetingJournal journal, FileReading reading, FileOpenings openings)
{
    /// <summary>What there is to read for a meeting, in the order of its agenda; nothing for whoever may not read the meeting.</summary>
    public async Task<ImmutableArray<ApplicationFile>> OfMeetingAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (await meetings.ReadWithFilesAsync(who, meeting, ct) is not { Meeting.CancelledAt: null } sheet
            || !(Policies.Allow(who, Policies.Secretariat) || reading.MayStillRead(sheet.Meeting.StartsAt)))
            return [];
        var listed = sheet.Meeting.Agenda.OrderBy(line => line.Position).Select(line => line.FileId).OfType<FileId>().ToList();
        var recused = await RecusedAsync(who, meeting, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.Set<ApplicationFile>().AsNoTracking().Where(ApplicationFile.AreKept).Where(f => listed.Contains(f.Id)).ToListAsync(ct))
            .Where(f => !recused.Contains(f.Id)).OrderBy(f => listed.IndexOf(f.Id))];
    }

    /// <summary>Null when there is none, or none that this person may read.</summary>
    public async Task<FileSheet?> ReadAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if ((await OfMeetingAsync(who, meeting, ct)).All(f => f.Id != file))
            return null;
        await openings.NoteAsync(who, file, forMeeting: true, ct);
        return await reading.SheetAsync(file, _ => true, ct);
    }

    /// <summary>Whether a proof belongs to a file that this person may read, which is then written down; the secretariat may read every file.</summary>
    public async Task<bool> MayOpenAsync(ClaimsPrincipal who, PersonId owner, ProofId proof, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        if (!Policies.Allow(who, Policies.SignedIn))
            return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        var written = proof.Value.ToString();
        var files = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == owner).Select(f => f.Id).ToListAsync(ct);
        var holding = await db.Set<FileSnapshot>().AsNoTracking().Where(s => files.Contains(s.FileId) && s.Payload.Contains(written)).Select(s => s.FileId)
            .Union(db.Set<ApplicationStep>().Where(s => files.Contains(s.FileId) && s.Payload.Contains(written)).Select(s => s.FileId)).ToListAsync(ct);
        if (Policies.Allow(who, Policies.Secretariat))
        {
            foreach (var file in holding)
                await openings.NoteAsync(who, file, forMeeting: false, ct);
            return holding.Count > 0; // what was never sent in is its owner's alone
        }
        var listing = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.CancelledAt == null && m.Agenda.Any(line => line.FileId != null && holding.Contains(line.FileId.Value)))
            .Select(m => m.Id).ToListAsync(ct);
        foreach (var meeting in listing)
        {
            if ((await OfMeetingAsync(who, meeting, ct)).FirstOrDefault(f => holding.Contains(f.Id)) is { } read)
            {
                await openings.NoteAsync(who, read.Id, forMeeting: true, ct);
                return true;
            }
        }
        return false;
    }

    private async Task<HashSet<FileId>> RecusedAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct) => SignedInPerson.Of(who) is not { } me
        ? [] : [.. (await journal.ReadAsync(meeting, new Meeting(), ct)).Items.Where(item => item.Recused.Contains(me.Id)).Select(item => item.Planned.File).OfType<FileId>()];
}
