using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Ebox;
using WitaLive.App.Papers;
using WitaLive.App.Uploads;

namespace WitaLive.App.Retention;

/// <summary>Removes from disk what was removed from the database. The row that says so goes last: after a cut it is done again.</summary>
internal sealed class DropFiles(IDbContextFactory<WitaLiveDb> databases, PaperFiles papers, UploadHalves halves, IEbox ebox, DataDirectory data) : IForget
{
    private const int Batch = 500;

    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        while (await DropAsync(today, ct) == Batch)
            ct.ThrowIfCancellationRequested();
    }

    private async Task<int> DropAsync(DateOnly today, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var doomed = await db.Set<DoomedFile>().OrderBy(f => f.Kind).ThenBy(f => f.Id).Take(Batch).ToListAsync(ct);
        if (doomed.Count == 0)
            return 0;
        foreach (var file in doomed)
            Drop(file);
        DropMails(doomed.Where(f => f.Kind is DoomedKind.Mail).Select(f => f.Id).ToHashSet());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.RemoveRange(doomed);
        await db.SaveChangesAsync(ct);
        await Removal.AddAsync(db, today, RemovedKind.Papers, doomed.Count(f => f.Kind is not DoomedKind.Mail), ct);
        await transaction.CommitAsync(ct);
        return doomed.Count;
    }

    private void Drop(DoomedFile file)
    {
        switch (file.Kind)
        {
            case DoomedKind.Paper when Directory.Exists(data.Papers):
                papers.Remove(file.Id);
                break;
            case DoomedKind.Half:
                halves.Remove(file.Id);
                break;
            case DoomedKind.Letter:
                ebox.Forget(file.Id);
                break;
        }
    }

    // Their names begin with the moment at which they were due: one look at the folder finds all of them.
    private void DropMails(HashSet<Guid> ids)
    {
        if (ids.Count == 0 || !Directory.Exists(data.Mail))
            return;
        foreach (var path in Directory.EnumerateFiles(data.Mail, "*.eml").ToList())
            if (Path.GetFileNameWithoutExtension(path) is { Length: > 36 } name && Guid.TryParse(name[^36..], out var id) && ids.Contains(id))
                File.Delete(path);
    }
}
