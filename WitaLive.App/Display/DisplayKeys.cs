using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Display;

/// <summary>Gives out and takes back the keys of big screens.</summary>
public sealed class DisplayKeys(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _shown = new();

    public async Task<MeetingId?> MeetingOfAsync(string key, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<DisplayKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Key == key && k.RevokedAt == null, ct);
        return found?.MeetingId;
    }

    public async Task<ImmutableArray<DisplayKey>> OfAsync(MeetingId meeting, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.Set<DisplayKey>().AsNoTracking().Where(k => k.MeetingId == meeting && k.RevokedAt == null).OrderBy(k => k.CreatedAt).ToListAsync(ct)];
    }

    public async Task<DisplayKey> CreateAsync(MeetingId meeting, CancellationToken ct = default)
    {
        var key = DisplayKey.For(meeting, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Add(key);
        await db.SaveChangesAsync(ct);
        return key;
    }

    /// <summary>From now on the key opens nothing; screens of this node that show it go dark at once, those of others at their next look.</summary>
    public async Task RevokeAsync(string key, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<DisplayKey>().SingleOrDefaultAsync(k => k.Key == key, ct) is not { } found)
            return;
        found.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        if (_shown.TryRemove(key, out var shown))
            await shown.CancelAsync();
    }

    /// <summary>Ends when the key is revoked on this node.</summary>
    internal CancellationToken Revoked(string key) => _shown.GetOrAdd(key, _ => new()).Token;
}
