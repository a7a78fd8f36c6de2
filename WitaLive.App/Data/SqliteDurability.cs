using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WitaLive.App.Data;

/// <summary>Makes every SQLite connection wait for its turn, and write to the disk before it says «done».</summary>
/// <remarks>
/// synchronous=FULL, for NORMAL may lose the last votes when the power fails; busy_timeout, for the driver otherwise sleeps 150 ms at
/// each lock; secure_delete, for what was removed is otherwise still to be read in the file; wal_autocheckpoint, for at its default the
/// commit that fills a thousand pages carries them over itself, and that vote waits (<see cref="SqliteCheckpoints"/>; 64 MB is the bound when those fail).
/// </remarks>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=16000;";

    private const int Full = 2;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads back what the engine really does: a network disk may refuse the log, another interceptor may have weakened it.</summary>
    /// <exception cref="InvalidOperationException">The database would say «recorded» before the vote is on disk.</exception>
    public static async Task DemandAsync(WitaLiveDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return;

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var journal = await AskAsync(db, "PRAGMA journal_mode", ct);
            var synchronous = await AskAsync(db, "PRAGMA synchronous", ct);
            if (!"wal".Equals(journal, StringComparison.OrdinalIgnoreCase) || int.Parse(synchronous, CultureInfo.InvariantCulture) < Full)
                throw new InvalidOperationException(
                    $"The SQLite database runs with journal_mode={journal} and synchronous={synchronous}. A vote is only safe with WAL and "
                    + "FULL (2): put the database on a local disk, and remove whatever sets these otherwise.");
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<string> AskAsync(WitaLiveDb db, string pragma, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }
}
