using Microsoft.EntityFrameworkCore;

namespace WitaLive.App.Data;

public static class DatabaseOpening
{
    /// <summary>Brings the tables up to date before the first request, and refuses a database that could lose a recorded vote.</summary>
    /// <remarks>May run on several nodes at once: the migration takes the engine's lock.</remarks>
    public static async Task OpenWitaLiveDatabaseAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        await SqliteDurability.DemandAsync(db, ct);
    }
}
