using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WitaLive.App.Access;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Data;

/// <summary>Everything WitaLive keeps. Each feature maps its own tables beside itself; <c>Set&lt;T&gt;()</c> reaches them.</summary>
public abstract class WitaLiveDb(DbContextOptions options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<Chamber> Chambers => Set<Chamber>();

    public DbSet<Office> Offices => Set<Office>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(WitaLiveDb).Assembly);
    }

    /// <summary>Every id of the domain is stored as its Guid, every code as its word.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        foreach (var type in typeof(PersonId).Assembly.GetTypes().Concat(typeof(WitaLiveDb).Assembly.GetTypes()).Where(t => t.IsValueType))
        {
            if (Implements(type, typeof(IId<>)))
                configurationBuilder.Properties(type).HaveConversion(typeof(IdToGuid<>).MakeGenericType(type));
            else if (Implements(type, typeof(ICode<>)))
                configurationBuilder.Properties(type).HaveMaxLength(LongestCode).HaveConversion(typeof(CodeToString<>).MakeGenericType(type));
        }
    }

    private const int LongestCode = 64;

    private static bool Implements(Type type, Type kind) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kind);

    private sealed class IdToGuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value)) where TId : struct, IId<TId>
    {
        private static TId From(Guid value) => TId.From(value); // an expression may not call a static abstract itself
    }

    private sealed class CodeToString<TCode>() : ValueConverter<TCode, string>(code => code.Value, value => From(value))
        where TCode : struct, ICode<TCode>
    {
        private static TCode From(string value) => TCode.From(value);
    }
}

public sealed class SqliteWitaLiveDb(DbContextOptions<SqliteWitaLiveDb> options) : WitaLiveDb(options)
{
    // SQLite orders and compares DateTime but not DateTimeOffset.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTime>();
    }

    private sealed class UtcDateTime() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}

public sealed class PostgresWitaLiveDb(DbContextOptions<PostgresWitaLiveDb> options) : WitaLiveDb(options);
