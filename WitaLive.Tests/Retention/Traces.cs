using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Retention;

/// <summary>Where a word is still to be read: in any column of any table, the indexes of words among them, and in any file.</summary>
internal static class Traces
{
    public static async Task<ImmutableSortedSet<string>> OfAsync(Databases databases, string folder, string word)
    {
        var found = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        await using var db = databases.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var isSqlite = connection is SqliteConnection;
        foreach (var table in await ColumnAsync(connection, isSqlite
                     ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                     : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
            await LookAsync(connection, table, isSqlite, word, found);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (Holds(await File.ReadAllBytesAsync(file), word) || Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase))
                found.Add($"file {Path.GetRelativePath(folder, file)}");
        return found.ToImmutable();
    }

    /// <summary>Whether the file of the database itself still holds it, in what is no longer any row.</summary>
    public static async Task<bool> AreInTheFileAsync(Databases databases, string word)
    {
        await using var db = databases.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        await ColumnAsync(db.Database.GetDbConnection(), "PRAGMA wal_checkpoint(TRUNCATE)");
        var path = ((SqliteConnection)db.Database.GetDbConnection()).DataSource;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return Holds(bytes, word);
    }

    private static async Task LookAsync(DbConnection connection, string table, bool isSqlite, string word, ImmutableSortedSet<string>.Builder found)
    {
        await using var command = connection.CreateCommand();
        // What only PostgreSQL has a type for is read as text, too.
        command.CommandText = isSqlite ? $"SELECT * FROM \"{table}\"" : $"SELECT t.*, t::text AS whole_row FROM \"{table}\" t";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                if (rows.GetFieldType(i) == typeof(byte[]) ? !rows.IsDBNull(i) && Holds((byte[])rows.GetValue(i), word)
                    : rows.GetFieldType(i) == typeof(string) && !rows.IsDBNull(i) && rows.GetString(i).Contains(word, StringComparison.OrdinalIgnoreCase))
                    found.Add($"{table}.{rows.GetName(i)}");
            }
        }
    }

    private static async Task<List<string>> ColumnAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await rows.ReadAsync())
            all.Add(rows.GetValue(0).ToString()!);
        return all;
    }

    private static bool Holds(byte[] bytes, string word) => Encoding.Latin1.GetString(bytes).Contains(word, StringComparison.OrdinalIgnoreCase);
}
