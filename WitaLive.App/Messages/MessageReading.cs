using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;

namespace WitaLive.App.Messages;

/// <param name="By">Who wrote it, for the secretariat; empty for the person, who writes with the secretariat and not with somebody of it.</param>
public sealed record MessageLine(FileMessage Message, string By);

/// <summary>A file on which the person waits for a word of the secretariat.</summary>
/// <param name="Since">When the first message that waits was written.</param>
public sealed record WaitingMessages(ApplicationFile File, DateTimeOffset Since, int Count);

/// <summary>Reads messages: those of every file for the secretariat, of one's own for the person. Members of a chamber read none.</summary>
public sealed class MessageReading(IDbContextFactory<WitaLiveDb> databases)
{
    /// <summary>The oldest first.</summary>
    public async Task<ImmutableArray<MessageLine>> ReadAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var messages = await OfAsync(db, file, ct);
        var people = messages.Select(m => m.By).Distinct().ToList();
        var names = (await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.FullName);
        return [.. messages.Select(m => new MessageLine(m, names.GetValueOrDefault(m.By, "")))];
    }

    /// <summary>Of one's own file; nothing of somebody else's.</summary>
    public async Task<ImmutableArray<MessageLine>> ReadOwnAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ApplicationFile>().AnyAsync(f => f.Id == file && f.ApplicantId == me, ct) ? [.. (await OfAsync(db, file, ct)).Select(m => new MessageLine(m, ""))] : [];
    }

    /// <summary>Every file on which something waits, the longest wait first.</summary>
    public async Task<ImmutableArray<WaitingMessages>> WaitingAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = (await db.Set<FileMessage>().AsNoTracking().Where(m => !m.FromSecretariat && m.SeenAt == null).Select(m => new { m.FileId, m.At }).ToListAsync(ct)).ToLookup(m => m.FileId, m => m.At);
        var ids = waiting.Select(group => group.Key).ToList();
        var files = await db.Set<ApplicationFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        return [.. files.Select(file => new WaitingMessages(file, waiting[file.Id].Min(), waiting[file.Id].Count())).OrderBy(one => one.Since)];
    }

    private static Task<List<FileMessage>> OfAsync(WitaLiveDb db, FileId file, CancellationToken ct) =>
        db.Set<FileMessage>().AsNoTracking().Where(m => m.FileId == file).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(ct);
}
