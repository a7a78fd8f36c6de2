using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using WitaLive.App.Data;

namespace WitaLive.Tests.Data;

/// <summary>A database of its own for one test: <c>await using var databases = await Databases.OnAsync(engine);</c></summary>
/// <remarks>Each is a copy of one that was made once, so that a test does not pay for its tables.</remarks>
public abstract class Databases : IDbContextFactory<WitaLiveDb>, IAsyncDisposable
{
    /// <summary>Where the PostgreSQL of the tests is; null when there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("WITALIVE_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    /// <summary>The settings with which the app itself uses this database.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<Databases> OnAsync(Engine engine) => engine switch
    {
        Engine.Sqlite => await OnSqlite.CopyAsync(),
        _ when Server is null => throw new InvalidOperationException("WITALIVE_TEST_POSTGRES names no server, and nothing may be skipped."),
        _ => await OnPostgres.CopyAsync(Server),
    };

    public abstract WitaLiveDb CreateDbContext();

    public abstract ValueTask DisposeAsync();

    // A model ahead of its migrations is the guard's business; the other tests only want the tables.
    private static async Task MakeTablesAsync(WitaLiveDb db)
    {
        if (db.Database.HasPendingModelChanges())
            await db.Database.EnsureCreatedAsync();
        else
            await db.Database.MigrateAsync();
    }

    // A page of rows in no order may be another one each time: what the app only warns of is an error here.
    private static void Strictly(WarningsConfigurationBuilder warnings) => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning);

    private sealed class OnSqlite(string file) : Databases
    {
        private static readonly Lazy<Task<string>> s_template = new(MakeTemplateAsync);

        public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:WitaLive"] = Connection(file),
        };

        public static async Task<Databases> CopyAsync()
        {
            var file = NewFile();
            File.Copy(await s_template.Value, file);
            return new OnSqlite(file);
        }

        public override WitaLiveDb CreateDbContext() => Open(file);

        public override ValueTask DisposeAsync()
        {
            using (var connection = new SqliteConnection(Connection(file)))
                SqliteConnection.ClearPool(connection);
            foreach (var part in new[] { file, file + "-wal", file + "-shm" })
                File.Delete(part);
            return ValueTask.CompletedTask;
        }

        private static async Task<string> MakeTemplateAsync()
        {
            var file = NewFile();
            await using (var db = Open(file))
                await MakeTablesAsync(db);
            using var connection = new SqliteConnection(Connection(file));
            SqliteConnection.ClearPool(connection); // the last one out writes the log back into the file
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
            return file;
        }

        private static SqliteWitaLiveDb Open(string file) =>
            new((DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseWitaLiveSqlite(Connection(file)).ConfigureWarnings(Strictly).Options);

        private static string Connection(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ToString();

        private static string NewFile() => Path.Combine(Path.GetTempPath(), $"witalive-{Guid.NewGuid():N}.db");
    }

    private sealed class OnPostgres(string server, string name) : Databases
    {
        private static readonly Lazy<Task<string>> s_template = new(MakeTemplateAsync);

        public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Postgres",
            ["ConnectionStrings:WitaLive"] = Connection(server, name),
        };

        public static async Task<Databases> CopyAsync(string server)
        {
            var template = await s_template.Value;
            var name = NewName();
            await DoAsync(server, $"CREATE DATABASE {name} TEMPLATE {template}");
            return new OnPostgres(server, name);
        }

        public override WitaLiveDb CreateDbContext() => Open(server, name);

        public override async ValueTask DisposeAsync() => await DropAsync(server, name);

        private static async Task<string> MakeTemplateAsync()
        {
            var (server, name) = (Server!, NewName());
            await DoAsync(server, $"CREATE DATABASE {name}");
            await using (var db = Open(server, name))
                await MakeTablesAsync(db);
            ClearPool(server, name);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(server, name);
            return name;
        }

        private static PostgresWitaLiveDb Open(string server, string name) =>
            new(new DbContextOptionsBuilder<PostgresWitaLiveDb>().UseNpgsql(Connection(server, name)).ConfigureWarnings(Strictly).Options);

        private static async Task DropAsync(string server, string name)
        {
            ClearPool(server, name);
            await DoAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        private static void Drop(string server, string name)
        {
            using var connection = new NpgsqlConnection(Connection(server, "postgres"));
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";
            command.ExecuteNonQuery();
        }

        private static async Task DoAsync(string server, string sql)
        {
            await using var connection = new NpgsqlConnection(Connection(server, "postgres"));
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        private static void ClearPool(string server, string name)
        {
            using var connection = new NpgsqlConnection(Connection(server, name));
            NpgsqlConnection.ClearPool(connection);
        }

        private static string Connection(string server, string name) => new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();

        private static string NewName() => $"witalive_{Guid.NewGuid():N}";
    }
}
