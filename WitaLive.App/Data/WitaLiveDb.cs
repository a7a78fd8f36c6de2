using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WitaLive.Domain;

namespace WitaLive.App.Data;

public abstract class WitaLiveDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WitaLiveDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<MeetingId>().HaveConversion<IdColumn<MeetingId>>();
        configurationBuilder.Properties<PersonId>().HaveConversion<IdColumn<PersonId>>();
        configurationBuilder.Properties<ItemId>().HaveConversion<IdColumn<ItemId>>();
    }

    private sealed class IdColumn<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Of<TId>(value)) where TId : struct, IId<TId>;

    private static TId Of<TId>(Guid value) where TId : struct, IId<TId> => TId.From(value);
}

public sealed class SqliteWitaLiveDb(DbContextOptions<SqliteWitaLiveDb> options) : WitaLiveDb(options)
{
    // SQLite orders and compares DateTime but not DateTimeOffset.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeConverter>();
    }

    private sealed class UtcDateTimeConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}

public sealed class PostgresWitaLiveDb(DbContextOptions<PostgresWitaLiveDb> options) : WitaLiveDb(options);
