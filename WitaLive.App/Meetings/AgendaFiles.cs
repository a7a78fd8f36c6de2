using Microsoft.EntityFrameworkCore;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>Which files may stand on which agenda, and that each stands on one at a time.</summary>
internal static class AgendaFiles
{
    /// <summary>Files that wait for a meeting of this chamber: referred to its formation, routed to it, or, routed nowhere, of its language and arts.</summary>
    public static IQueryable<ApplicationFile> For(WitaLiveDb db, ChamberOnDay chamber)
    {
        var formation = chamber.Formation;
        var waiting = db.Set<ApplicationFile>().Where(f => f.State == FileState.Ready || f.State == FileState.Postponed || f.State == FileState.Referred);
        if ((chamber.AdHocLanguage ?? chamber.Section) is not { } language)
            return waiting.Where(f => f.ReferredTo == formation);
        var id = chamber.Id;
        var domains = chamber.AdHocLanguage is null ? chamber.Domains.ToArray() : [];
        return waiting.Where(f => f.ReferredTo == formation || (f.ReferredTo == null && (f.ChamberId == id
            || (f.ChamberId == null && f.Language == language && (domains.Length == 0 || f.Domain == null || domains.Contains(f.Domain))))));
    }

    /// <summary>Puts a file on an agenda; false when it no longer waits. One conditional update: of two agendas at once one gets it.</summary>
    /// <remarks>Within the transaction of the caller.</remarks>
    public static async Task<bool> TakeAsync(WitaLiveDb db, FileId file, CancellationToken ct) =>
        await db.Set<ApplicationFile>()
            .Where(f => f.Id == file && (f.State == FileState.Ready || f.State == FileState.Postponed || f.State == FileState.Referred))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FileState.OnAgenda), ct) == 1;

    /// <summary>Of which kind each file is.</summary>
    public static async Task<Dictionary<FileId, string>> KindsAsync(WitaLiveDb db, IEnumerable<FileId> files, CancellationToken ct)
    {
        var ids = files.ToList();
        return await db.Set<ApplicationFile>().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Kind, ct);
    }

    /// <summary>Has it wait again, as it did before it stood on the agenda.</summary>
    public static async Task ReturnAsync(WitaLiveDb db, IEnumerable<FileId> files, CancellationToken ct)
    {
        var ids = files.ToList();
        foreach (var file in await db.Set<ApplicationFile>().Where(f => ids.Contains(f.Id) && f.State == FileState.OnAgenda).ToListAsync(ct))
            file.State = file.ReferredTo is not null ? FileState.Referred : file.LastMeetingId is not null ? FileState.Postponed : FileState.Ready;
    }
}
