using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WitaLive.App.Data;

public static class DatabaseOpening
{
    /// <summary>Brings the tables up to date before the first request, and refuses a database that could lose a recorded vote.</summary>
    /// <remarks>May run on several nodes at once: the migration takes the engine's lock.</remarks>
    public static async Task OpenWitaLiveDatabaseAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync(ct);
        var (file, isNew) = db.Database.GetDbConnection() is SqliteConnection { DataSource: var path } ? (path, !File.Exists(path)) : ("", false);
        await db.Database.MigrateAsync(ct);
        if (isNew && !OperatingSystem.IsWindows())
            foreach (var written in new[] { file, $"{file}-wal", $"{file}-shm" }.Where(File.Exists))
                File.SetUnixFileMode(written, UnixFileMode.UserRead | UnixFileMode.UserWrite); // whoever made the folder may have left it open to all
        await SqliteDurability.DemandAsync(db, ct);
    }
}
