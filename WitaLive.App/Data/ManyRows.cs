using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace WitaLive.App.Data;

/// <summary>Writes many new rows of one kind at once: one command prepared once on SQLite, batches on PostgreSQL.</summary>
/// <remarks>
/// A thousand convocations through the context cost a quarter of a second for following each of them. Columns and conversions are those of the model.
/// The context does not know the rows afterwards, and what a row owns in other tables is not written.
/// </remarks>
internal static class ManyRows
{
    private const int InABatch = 200;

    /// <summary>Within the transaction of the caller.</summary>
    /// <exception cref="DbUpdateException">A row is there already, or does not fit.</exception>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static async Task AddAsync<T>(WitaLiveDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        if (rows.Count == 0)
            return;
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are written within a transaction.");
        var (sql, columns) = Plan(db, db.Model.FindEntityType(typeof(T))!);
        try
        {
            if (db.Database.GetDbConnection() is { CanCreateBatch: true } connection)
                foreach (var chunk in rows.Chunk(InABatch))
                    await InBatchAsync(connection, transaction, sql, columns, chunk, ct);
            else
                await OneByOneAsync(db.Database.GetDbConnection(), transaction, sql, columns, rows, ct);
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"Of {rows.Count} rows of {typeof(T).Name}, one was refused.", e);
        }
    }

    private static (string Sql, ImmutableArray<Column> Columns) Plan(WitaLiveDb db, IEntityType type)
    {
        var (table, names) = (StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value, db.GetService<ISqlGenerationHelper>());
        ImmutableArray<Column> columns = [.. type.GetProperties().Select((property, i) => new Column($"p{i}", property.GetColumnName(table)!, property))];
        return ($"INSERT INTO {names.DelimitIdentifier(table.Name)} ({string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.Name)))}) "
            + $"VALUES ({string.Join(", ", columns.Select(c => '@' + c.Parameter))})", columns);
    }

    private static async Task OneByOneAsync<T>(
        DbConnection connection, DbTransaction transaction, string sql, ImmutableArray<Column> columns, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        await using var command = connection.CreateCommand();
        Take(command, sql, transaction);
        foreach (var column in columns)
            command.Parameters.Add(column.Of(command, rows.First()));
        await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
                command.Parameters[i].Value = columns[i].ValueOf(row);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task InBatchAsync<T>(
        DbConnection connection, DbTransaction transaction, string sql, ImmutableArray<Column> columns, T[] rows, CancellationToken ct) where T : class
    {
        await using var maker = connection.CreateCommand();
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            Take(command, sql);
            foreach (var column in columns)
                command.Parameters.Add(column.Of(maker, row));
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    // Names of the model alone stand in it; every value is a parameter.
#pragma warning disable CA2100
    private static void Take(DbCommand command, string sql, DbTransaction transaction) => (command.CommandText, command.Transaction) = (sql, transaction);

    private static void Take(DbBatchCommand command, string sql) => command.CommandText = sql;
#pragma warning restore CA2100

    private sealed record Column(string Parameter, string Name, IProperty Property)
    {
        private readonly RelationalTypeMapping _mapping = Property.GetRelationalTypeMapping();

        public DbParameter Of(DbCommand command, object row) => _mapping.CreateParameter(command, Parameter, Property.GetGetter().GetClrValue(row), Property.IsNullable);

        public object ValueOf(object row) => Property.GetGetter().GetClrValue(row) is { } value ? _mapping.Converter?.ConvertToProvider(value) ?? value : DBNull.Value;
    }
}
