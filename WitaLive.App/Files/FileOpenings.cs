using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>An opening as its applicant reads it: who, when and for what.</summary>
public sealed record ReadOpening(DateOnly Day, DateTimeOffset At, bool ForMeeting, string Reader);

/// <summary>The log of who of the Commission opened a file or one of its papers; its applicant reads it.</summary>
public sealed class FileOpenings(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>Of one's own file, the latest first; nothing of a file of somebody else.</summary>
    public async Task<ImmutableArray<ReadOpening>> OfOwnAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Set<ApplicationFile>().AnyAsync(f => f.Id == file && f.ApplicantId == me, ct))
            return [];
        var openings = await db.Set<FileOpening>().AsNoTracking().Where(o => o.FileId == file && o.ReaderId != me).OrderByDescending(o => o.At).ToListAsync(ct);
        var readers = openings.Select(o => o.ReaderId).Distinct().ToList();
        var names = (await db.Persons.AsNoTracking().Where(p => readers.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.FullName);
        return [.. openings.Select(o => new ReadOpening(o.Day, o.At, o.ForMeeting, names.GetValueOrDefault(o.ReaderId, "–")))];
    }

    /// <summary>Of every file of a person whose profile was opened.</summary>
    internal async Task NoteAllOfAsync(ClaimsPrincipal who, PersonId person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var file in await db.Set<ApplicationFile>().Where(f => f.ApplicantId == person).Select(f => f.Id).ToListAsync(ct))
            await NoteAsync(who, file, forMeeting: false, ct);
    }

    internal async Task NoteAsync(ClaimsPrincipal who, FileId file, bool forMeeting, CancellationToken ct)
    {
        if (SignedInPerson.Of(who) is not { Id: var reader })
            return;
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<FileOpening>().AnyAsync(o => o.FileId == file && o.ReaderId == reader && o.Day == today, ct))
            return;
        db.Add(new FileOpening { FileId = file, ReaderId = reader, Day = today, At = now, ForMeeting = forMeeting });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Opened twice at the same moment: the other one is written, which a look shows; what is not written is not shown.
            if (!await db.Set<FileOpening>().AsNoTracking().AnyAsync(o => o.FileId == file && o.ReaderId == reader && o.Day == today, ct))
                throw;
        }
    }
}
