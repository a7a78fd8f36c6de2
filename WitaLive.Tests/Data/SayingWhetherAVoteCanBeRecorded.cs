using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Data;

namespace WitaLive.Tests.Data;

public class SayingWhetherAVoteCanBeRecorded
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_yes_when_a_write_commits(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        using var health = new HealthCheck(databases, TimeProvider.System, NullLogger<HealthCheck>.Instance);

        Assert.True(await health.CanRecordAsync(default));
    }

    [Fact]
    public async Task Is_no_while_another_holds_the_lock_and_yes_again_afterwards()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        using var health = new HealthCheck(databases, TimeProvider.System, NullLogger<HealthCheck>.Instance);
        await using (var holder = databases.CreateDbContext())
        {
            await using var held = await holder.Database.BeginTransactionAsync();
            Assert.False(await health.CanRecordAsync(default));
        }

        Assert.True(await health.CanRecordAsync(default));
    }

    [Fact]
    public async Task Is_no_when_the_database_cannot_be_written()
    {
        var file = Path.GetTempFileName();
        using var health = new HealthCheck(new Without(file), TimeProvider.System, NullLogger<HealthCheck>.Instance);

        Assert.False(await health.CanRecordAsync(default));
        File.Delete(file);
    }

    private sealed class Without(string file) : IDbContextFactory<WitaLiveDb>
    {
        public WitaLiveDb CreateDbContext() => new SqliteWitaLiveDb((DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString()).Options);
    }
}
