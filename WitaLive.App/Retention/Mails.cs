using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Mail;

namespace WitaLive.App.Retention;

/// <summary>Removes mails with their files, within the transaction of the caller.</summary>
internal static class Mails
{
    /// <returns>How many.</returns>
    public static async Task<int> RemoveAsync(WitaLiveDb db, IQueryable<OutgoingMail> mails, CancellationToken ct)
    {
        var ids = await mails.Select(m => m.Id).ToListAsync(ct);
        foreach (var id in ids)
            db.Add(new DoomedFile { Id = id, Kind = DoomedKind.Mail });
        await db.SaveChangesAsync(ct);
        return await db.Set<OutgoingMail>().Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(ct);
    }
}
