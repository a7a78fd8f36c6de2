using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

/// <summary>An empty database of one engine, for one test. PostgreSQL when WITALIVE_TEST_POSTGRES holds a connection string.</summary>
internal sealed class MailDatabase : IDbContextFactory<WitaLiveDb>, IDisposable
{
    private static readonly string? s_postgres = Environment.GetEnvironmentVariable("WITALIVE_TEST_POSTGRES");

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"mail-{Guid.NewGuid():N}.db");
    private readonly string _name = $"mail_{Guid.NewGuid():N}";
    private readonly string _engine;

    public MailDatabase(string engine)
    {
        _engine = engine;
        using var db = CreateDbContext();
        db.Database.EnsureCreated();
    }

    public static TheoryData<string> Engines => s_postgres is null ? ["Sqlite"] : ["Sqlite", "Postgres"];

    public WitaLiveDb CreateDbContext() => _engine == "Sqlite"
        ? new SqliteWitaLiveDb(Options<SqliteWitaLiveDb>(o => o.UseWitaLiveSqlite($"Data Source={_file};Pooling=False")))
        : new PostgresWitaLiveDb(Options<PostgresWitaLiveDb>(o => o.UseNpgsql($"{s_postgres};Database={_name};Pooling=False")));

    public async Task AddAsync(params OutgoingMail[] mails)
    {
        await using var db = CreateDbContext();
        foreach (var mail in mails)
            Outbox.Add(db, mail);
        await db.SaveChangesAsync();
    }

    public async Task<OutgoingMail> ReadAsync(Guid id)
    {
        await using var db = CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(m => m.Id == id);
    }

    public void Dispose()
    {
        using (var db = CreateDbContext())
            db.Database.EnsureDeleted();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
            File.Delete(file);
    }

    private static DbContextOptions<TDb> Options<TDb>(Action<DbContextOptionsBuilder<TDb>> set) where TDb : DbContext
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        set(builder);
        return builder.Options;
    }
}
