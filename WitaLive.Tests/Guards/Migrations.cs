using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;

namespace WitaLive.Tests.Guards;

public class Migrations
{
    [Fact]
    public void Match_the_model_on_SQLite()
    {
        using var db = new SqliteWitaLiveDb(new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseSqlite("Data Source=x").Options);
        Assert.False(db.Database.HasPendingModelChanges(), "Run tools/migrate NAME.");
    }

    [Fact]
    public void Match_the_model_on_PostgreSQL()
    {
        using var db = new PostgresWitaLiveDb(new DbContextOptionsBuilder<PostgresWitaLiveDb>().UseNpgsql("Host=x").Options);
        Assert.False(db.Database.HasPendingModelChanges(), "Run tools/migrate NAME.");
    }

    [Fact]
    public void Have_the_same_names_on_both()
    {
        using var sqlite = new SqliteWitaLiveDb(new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseSqlite("Data Source=x").Options);
        using var postgres = new PostgresWitaLiveDb(new DbContextOptionsBuilder<PostgresWitaLiveDb>().UseNpgsql("Host=x").Options);
        Assert.Equal(Names(sqlite), Names(postgres));
    }

    // A migration is called by its instant and its name; the two of a pair differ by the instant.
    private static IEnumerable<string> Names(WitaLiveDb db) => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
