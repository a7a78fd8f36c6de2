using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WitaLive.App.Data;

// Used by tools/migrate only: it needs a context of each kind without starting the app.
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteWitaLiveDb>
{
    public SqliteWitaLiveDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresWitaLiveDb>
{
    public PostgresWitaLiveDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresWitaLiveDb>().UseNpgsql("Host=design").Options);
}
