using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WitaLive.App.Data;

/// <summary>Several queries that see the database as it was at one moment, whoever writes meanwhile. They hold up no writer.</summary>
internal static class OneMoment
{
    /// <param name="read">Only reads: what is to be written is written afterwards, in a transaction of its own.</param>
    public static async Task ReadAtOneMomentAsync(this WitaLiveDb db, Func<Task> read, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            // SQLite's ordinary transaction keeps every writer out from its first line on; a deferred one that never writes keeps out nobody.
            await using var moment = db.Database.GetDbConnection() is var connection && connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            await using var used = await db.Database.UseTransactionAsync(moment, ct);
            await read();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
