using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WitaLive.App.Data;
using WitaLive.Domain.Chambers;

namespace WitaLive.Tests.Data;

public class SqliteKeepsWhatItRecorded
{
    [Fact]
    public async Task Every_connection_writes_through_to_the_disk()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var db = databases.CreateDbContext();

        await SqliteDurability.DemandAsync(db, default);

        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA busy_timeout";
        Assert.Equal(5000L, await command.ExecuteScalarAsync());
    }

    [Fact] // otherwise the commit that fills a thousand pages does it, and a vote waits for that
    public async Task The_log_is_carried_over_beside_those_who_write()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using (var db = databases.CreateDbContext())
        {
            db.Add(Person.Applying(new(Guid.NewGuid()), "Ysaline", "Grosdent", "y@example.org", "fr"));
            await db.SaveChangesAsync();
        }
        Assert.Equal((0, 16_000), (await InTheFileAsync(databases), await BoundAsync(databases)));

        await SqliteCheckpoints.CarryOverAsync(databases, default);

        Assert.Equal(1, await InTheFileAsync(databases));
    }

    [Theory, InlineData("Sqlite", true), InlineData("Postgres", false)]
    public void The_program_does_so_where_there_is_such_a_log(string engine, bool does)
    {
        var services = new ServiceCollection().AddWitaLiveDatabase(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = engine, ["ConnectionStrings:WitaLive"] = "Host=localhost" }).Build(),
            Host.CreateEmptyApplicationBuilder(new()).Environment);

        Assert.Equal(does, services.Any(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(SqliteCheckpoints)));
    }

    // Without its log.
    private static async Task<long> InTheFileAsync(Databases databases)
    {
        await using var db = databases.CreateDbContext();
        var copy = Path.Combine(Path.GetTempPath(), $"witalive-{Guid.NewGuid():N}.db");
        File.Copy(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource, copy);
        try
        {
            await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM persons";
            return (long)(await command.ExecuteScalarAsync())!;
        }
        finally
        {
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(copy)!, Path.GetFileName(copy) + "*"))
                File.Delete(file);
        }
    }

    private static async Task<long> BoundAsync(Databases databases)
    {
        await using var db = databases.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_autocheckpoint";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [Theory]
    [InlineData("PRAGMA synchronous=NORMAL")]
    [InlineData("PRAGMA synchronous=OFF")]
    [InlineData("PRAGMA journal_mode=DELETE")]
    public async Task Whatever_weakens_it_stops_the_start(string weakening)
    {
        var file = Path.Combine(Path.GetTempPath(), $"witalive-{Guid.NewGuid():N}.db");
        await using (var db = new SqliteWitaLiveDb((DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>()
            .UseWitaLiveSqlite($"Data Source={file};Pooling=False").AddInterceptors(new Weakening(weakening)).Options))
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteDurability.DemandAsync(db, default));
            Assert.Contains("WAL", refusal.Message, StringComparison.Ordinal);
        }
        File.Delete(file);
    }

    [Fact]
    public async Task A_database_in_memory_stops_the_start()
    {
        await using var db = new SqliteWitaLiveDb((DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>()
            .UseWitaLiveSqlite("Data Source=:memory:").Options);

        await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteDurability.DemandAsync(db, default));
    }

    private sealed class Weakening(string pragma) : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = pragma;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
