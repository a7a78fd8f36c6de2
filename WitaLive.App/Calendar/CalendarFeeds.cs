using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Calendar;

/// <summary>Gives out and takes back the addresses of private calendars. Each acts for the person whose calendar it is, and for nobody else.</summary>
public sealed class CalendarFeeds(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>The key that works; null when there is none.</summary>
    public async Task<string?> KeyOfAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CalendarFeed>().AsNoTracking().Where(f => f.Person == person).Select(f => f.Key).SingleOrDefaultAsync(ct);
    }

    /// <summary>Makes a first key, or a new one: from then on the old one opens nothing.</summary>
    public async Task<string> RenewAsync(PersonId person, CancellationToken ct)
    {
        var (key, now) = (CalendarFeed.NewKey(), clock.GetUtcNow());
        // Two windows may both make the first one: then the later key is the one that works.
        return await Anew.UntilWrittenAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<CalendarFeed>().SingleOrDefaultAsync(f => f.Person == person, ct) is { } feed)
                (feed.Key, feed.CreatedAt) = (key, now);
            else
                db.Add(new CalendarFeed { Person = person, Key = key, CreatedAt = now });
            await db.SaveChangesAsync(ct);
            return key;
        }, ct);
    }

    public async Task RevokeAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<CalendarFeed>().Where(f => f.Person == person).ExecuteDeleteAsync(ct);
    }

    /// <summary>Whose calendar it opens; null for a key that is revoked or never was.</summary>
    public async Task<PersonId?> PersonOfAsync(string key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CalendarFeed>().AsNoTracking().Where(f => f.Key == key).Select(f => (PersonId?)f.Person).SingleOrDefaultAsync(ct);
    }
}
